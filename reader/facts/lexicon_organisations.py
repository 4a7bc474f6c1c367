"""Words that make a name one of an organisation, and organisations known by name alone."""

from reader.facts.words import phrases, words

HEADS = words(
    """
    Inc Corp Corporation Co Cos Company Companies Ltd LLC PLC Plc AG SA NV BV AB Oyj ASA SpA GmbH
    KG KK Bhd Pty Pte LP LLP Group Holding Holdings Bank Bancorp Banc Ministry Department Agency
    Committee Subcommittee Commission Council Party University College School Institute
    Institution Association Union Unions Federation League Club Court Congress Senate Parliament
    Knesset Duma Bundesbank Bundestag Office Bureau Authority Administration Army Navy Force
    Forces Guard Guards Police Board Fund Foundation Organization Organisation Society Team
    Airlines Airways Airline Air Motors Motor Times Post News Journal Network Press Reuters
    Television TV Radio Tribune Herald Gazette Chronicle Telegraph Guardian Observer Daily Weekly
    Magazine Hospital Center Centre Coalition Alliance Front Movement Brigade Brigades Battalion
    Regiment Division Corps Squadron Church Museum Gallery Library Exchange Securities Partners
    Capital Energy Systems Technologies Technology Pharmaceuticals Pharmaceutical Industries
    Industry International Treasury Cabinet FC AFC CF SC United City Assembly Service Services
    Command Academy Trust Laboratory Laboratories Labs Entertainment Studios Studio Pictures Media
    Communications Insurance Assurance Financial Finance Investments Investment Electric
    Electronics Oil Gas Petroleum Steel Mining Minerals Metals Resources Chemical Chemicals Foods
    Brewery Breweries Telecom Telecommunications Wireless Software Computer Computers Microsystems
    Semiconductor Networks Interactive Online Solutions Consulting Associates Advisors Advisers
    Management Asset Ventures Properties Realty Hotels Resorts Stores Supermarkets Retail Rovers
    Athletic Wanderers Albion Hotspur Rangers Celtic Dynamo Spartak Lokomotiv Sporting Racing
    Orchestra Philharmonic Symphony Theatre Theater Ballet Opera Choir Band Mission Embassy
    Consulate Secretariat Directorate Inspectorate Registry Tribunal Chamber Chambers Lords
    Commons Caucus Lobby Syndicate Cartel Militia Taskforce Guild Cooperative Co-operative
    Consortium Conglomerate Enterprise Enterprises Works Railways Railway Railroad Lines Shipping
    Logistics Aerospace Aircraft Aviation Space Robotics Biotech Therapeutics Diagnostics
    Healthcare Republicans Democrats AS ApS Oy SE SRL Srl SARL Sarl SAS KGaA Ltda Lda Kft Zrt PJSC
    JSC OOO Metall Energi Bygg Eiendom Rederi Rederiet Gruppen Gruppe Werke Werk Konzern Telekom
    Industri Industrier Forsikring Analytics Seafood Seafoods Textiles Packaging Fisheries
    Beverages Brands Cement Semiconductors Instruments Bioscience Biosciences Genomics Publishing
    Ferries Freight Haulage Salvage Recycling Shipbuilding Shipyard Shipyards Consultancy Pharma
    Smelting Refining Trading Engineering Brewing Printing Catering Banking Farming Leasing Devices
    Nation Nations
    """
)
"""Last words of organisations' names."""

NUMBERED = words("Division Brigade Battalion Regiment Squadron Corps Fleet Wing Infantry Appeals")
"""Heads of bodies that are told apart by an ordinal: "9th Armoured Division"."""

WEAK_HEADS = words(
    """
    Air City United International Industry Technology Space Daily Weekly Post Times News Club
    Center Centre Exchange Division School Team Lines Works Finance Computer Gas Oil Energy
    Capital Church Library Museum Hospital Theatre Theater Mission Assembly Force Guard Office
    Police Cabinet Court Electric Steel Mining Management Investment Media Radio Television Racing
    Front Movement Command Network Networks Press Service Services Software Systems Trust Union
    Unions Division Authority Retail Online Stores Properties Chambers Chamber Congress Party Army
    Navy
    """
)
"""Heads that are also plain words: alone they are no name."""

OPENERS = words(
    """
    Ministry Department Office Committee Commission Institute Bureau Center Centre Organization
    Organisation Programme Agency Council Association Society Campaign Coalition Fund Federation
    Board Alliance Union University Bank Academy College School Court House Chamber Church
    Confederation Congress Conference Museum Party Secretariat League Movement Front Authority
    Foundation Community Administration Friends Doctors Reporters Physicians Mothers Bank Union
    Group Army Campaign Citizens
    """
)
"""First words of names like "Ministry of Defence", which "of", "for" and "and" continue."""

FIRM_OPENERS = words(
    """
    Norsk Norske Svensk Svenska Dansk Danske Suomen Deutsche Banco Banca Banque Caixa Caisse Crédit
    Compagnie Compañía Companhia Société Sociedad Grupo Gruppo Groupe Empresa Minera Ferrovie
    Ferrocarriles Instituto Institut Istituto Universidad Universidade Université Università
    Jornal Diário Diario Correio Folha Gazeta Gazzetta Corriere Giornale Museu Museo Musée Câmara
    Teatro Théâtre Teatre Partido Partito Parti Rádio Orquestra Orchestre Universität Ministerio
    Ministère Fundación Fundação Fondation Fondazione Stiftung Stiftelsen
    Médecins
    """
)
"""First words of the names of firms and bodies in other languages."""

KNOWN = words(
    """
    NATO Nato UN EU IMF WHO FBI CIA NASA BBC CNN ISIS ISIL IAEA OPEC WTO GOP NBC CBS ABC MSNBC
    NYPD LAPD EPA FDA SEC NSA IRS ACLU NRA NFL NBA MLB NHL NCAA FIFA UEFA IOC AP AFP Reuters Hamas
    Hezbollah Hizbollah Taliban Google Alphabet Apple Microsoft Amazon Facebook Meta Twitter X
    Tesla Boeing Airbus Toyota Honda Nissan Hyundai Samsung Sony Panasonic Toshiba Hitachi Intel
    IBM Netflix Pfizer Moderna AstraZeneca Walmart Wal-Mart Exxon ExxonMobil Shell BP Chevron
    Texaco Goldman Bloomberg Breitbart Politico Pentagon Kremlin Congress Senate Parliament
    Treasury Fed Democrats Republicans BJP Uber Nike Adidas Disney Huawei TikTok YouTube Instagram
    WhatsApp OpenAI Nvidia Xinhua Interpol Europol Mossad Fatah Unicef UNICEF UNESCO Unesco UNHCR
    ASEAN Asean OECD OSCE G7 G8 G20 BRICS ANC PLO IRA ETA PKK LTTE KLA SPD CDU CSU FDP PRI PAN
    Likud Labour Tories Conservatives Knesset Duma Bundesbank Bundestag Lufthansa Ryanair EasyJet
    Volkswagen BMW Daimler Mercedes-Benz Renault Peugeot Fiat Volvo Ericsson Nokia Siemens Philips
    Unilever Nestle Nestlé Novartis Roche Bayer BASF Barclays HSBC Citigroup JPMorgan Citibank UBS
    Deutsche Vodafone Verizon AT&T Sprint Comcast Viacom Starbucks McDonald's Greenpeace Oxfam
    Amnesty Congressional al-Qaeda Al-Qaeda al-Qaida Al-Qaida Qaeda Qaida al-Shabaab Boko Gazprom
    Rosneft Lukoil Sberbank Aeroflot Petrobras Alibaba Tencent Baidu Xiaomi Lenovo TSMC Infosys
    Wipro Tata Reliance Congressmen USDA FAA FCC FTC NTSB DEA ATF TSA ICE CDC NIH NOAA NPR PBS ITV
    ESPN HBO AOL MCI GM GE HP EAEU SCO APEC Mercosur NAFTA Nafta OAS AU ECB BoE BOJ RBI GCHQ MI5
    MI6 KGB FSB GRU ISI IDF SNP DUP UKIP AfD Greens Liberals Interfax TASS Itar-Tass MGM CBI IATA
    ICAO
    """
)
"""Organisations known by one word."""

KNOWN_PHRASES = phrases(
    """
    White House, Federal Reserve, Supreme Court, Wall Street Journal, New York Times, Washington
    Post, European Union, United Nations, World Bank, State Department, Justice Department,
    Associated Press, Fox News, House of Representatives, House of Commons, House of Lords,
    Security Council, Red Cross, Red Crescent, Boko Haram, Sinn Fein, Islamic State, Hong Kong
    Stock Exchange, Big Ben Council, Downing Street, Scotland Yard, Goldman Sachs, Morgan Stanley,
    Merrill Lynch, Credit Suisse, BNP Paribas, General Motors, General Electric, Ford Motor,
    Deutsche Bank, Deutsche Telekom, Royal Dutch Shell, British Airways, British Telecom, Real
    Madrid, Manchester United, Manchester City, Aston Villa, Inter Milan, AC Milan, Bayern Munich,
    Borussia Dortmund, Atletico Madrid, Paris St Germain, Crystal Palace, Nottingham Forest,
    Sheffield Wednesday, Tottenham Hotspur, Leeds United, Newcastle United, West Ham, Queens Park
    Rangers, Blackburn Rovers, Arab League, African Union, Khmer Rouge, Shining Path, Tamil
    Tigers, Muslim Brotherhood, Palestinian Authority, Palestine Liberation Organisation, Federal
    Reserve Board, European Commission, Bank of England, Bank of Japan, Joint Chiefs of Staff,
    Joint Chiefs
    """
)

SINGLE_HEADS = words(
    """
    Congress Senate Parliament Treasury Pentagon Kremlin Knesset Duma Bundesbank Bundestag Reuters
    Cabinet Interpol Republicans Democrats Commons Lords
    """
)
"""Heads that are a name of their own."""

TEAM_NAMES = words(
    """
    Yankees Mets Cubs Dodgers Giants Braves Phillies Pirates Cardinals Astros Reds Padres Rockies
    Expos Marlins Orioles Indians Rangers Mariners Athletics Angels Twins Royals Tigers Brewers
    Rays Nationals Diamondbacks Cowboys Redskins Eagles Packers Bears Lions Vikings Saints Falcons
    Panthers Buccaneers Seahawks Rams Chargers Raiders Broncos Chiefs Steelers Ravens Bengals
    Browns Colts Jaguars Titans Texans Patriots Bills Dolphins Jets Lakers Celtics Knicks Nets
    Bulls Pistons Pacers Bucks Cavaliers Hornets Heat Magic Wizards Hawks Spurs Rockets Mavericks
    Grizzlies Pelicans Thunder Nuggets Jazz Timberwolves Suns Kings Clippers Warriors Blazers
    Raptors Flyers Penguins Bruins Canadiens Senators Sabres Leafs Islanders Devils Capitals
    Hurricanes Lightning Blackhawks Blues Predators Oilers Flames Canucks Avalanche Sharks Ducks
    Kangaroos Wallabies Springboks Steelers 76ers 49ers Arsenal Chelsea Liverpool Everton
    Tottenham Juventus Ajax Feyenoord Benfica Porto Galatasaray Fenerbahce Besiktas Anderlecht
    Lazio Roma Parma Sampdoria Fiorentina Napoli Atalanta Udinese Werder Schalke Monaco PSV
    Auxerre Bordeaux Marseille Lens Nantes Middlesbrough Wimbledon Sunderland Southampton Derby
    Coventry Leicester Blackburn Panathinaikos Olympiakos Celtic Hibernian Hearts Motherwell
    Kilmarnock
    """
)
"""Sports teams; those that are cities too count only in sport."""

CLUBS = words("Town City County United Rovers Athletic Wanderers Albion Rangers Wednesday Orient")
"""Last words of clubs; in an article on sport they name no town."""

NOUNS_BEFORE = words(
    """
    brewer automaker carmaker airline retailer bank brokerage insurer producer maker giant
    conglomerate miner newspaper magazine daily weekly agency firm company group club party
    channel network website publisher operator utility chain startup start-up unit subsidiary
    steelmaker drugmaker chipmaker manufacturer supplier developer contractor lender refiner
    broadcaster station label studio charity think-tank union federation organisation organization
    militia movement faction cartel side team league consortium venture parent rival bourse
    exchange shipbuilder planemaker aircraft-maker grocer supermarket hotelier distributor
    exporter importer airlines railway university pool society insurers
    """
)
"""Nouns that stand before the name of an organisation, as in "the brewer Okanda"."""

JOINED_BY_AND = phrases(
    """
    Marks and Spencer, Standard and Poor's, Procter and Gamble, Johnson and Johnson,
    Ernst and Young, Barnes and Noble, Smith and Wesson, Simon and Schuster, Harland and Wolff,
    Smith and Nephew, Legal and General, Dun and Bradstreet, Black and Decker, Bausch and Lomb,
    Abercrombie and Fitch, Dolce and Gabbana, Tate and Lyle, Pratt and Whitney, Arm and Hammer,
    Crate and Barrel, Harper and Row, Holland and Barrett, Brighton and Hove Albion
    """
)
"""Firms whose names "and" joins."""
