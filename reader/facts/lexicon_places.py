"""Places that the gazetteer lacks or writes otherwise, words beside them, and demonyms."""

from reader.facts.words import phrases, words

ALIASES = {
    "US": "United States",
    "U.S": "United States",
    "U.S.": "United States",
    "USA": "United States",
    "U.S.A.": "United States",
    "America": "United States",
    "United States of America": "United States",
    "UK": "United Kingdom",
    "U.K.": "United Kingdom",
    "U.K": "United Kingdom",
    "Britain": "United Kingdom",
    "Great Britain": "United Kingdom",
    "UAE": "United Arab Emirates",
    "U.A.E.": "United Arab Emirates",
    "Emirates": "United Arab Emirates",
    "Holland": "Netherlands",
    "Burma": "Myanmar",
    "Ivory Coast": "Côte d’Ivoire",
    "Czech Republic": "Czechia",
    "DRC": "Congo - Kinshasa",
    "Democratic Republic of Congo": "Congo - Kinshasa",
    "Democratic Republic of the Congo": "Congo - Kinshasa",
    "Turkiye": "Türkiye",
    "Turkey": "Türkiye",
    "Bosnia": "Bosnia & Herzegovina",
    "Bosnia and Herzegovina": "Bosnia & Herzegovina",
    "Bosnia-Herzegovina": "Bosnia & Herzegovina",
    "D.C.": "Washington",
    "Washington D.C.": "Washington",
    "Washington DC": "Washington",
    "L.A.": "Los Angeles",
    "NYC": "New York",
    "New York City": "New York",
    "Delhi": "Delhi",
    "Peking": "Beijing",
    "Kiev": "Kyiv",
    "Bombay": "Mumbai",
    "Calcutta": "Kolkata",
    "Madras": "Chennai",
    "Saigon": "Ho Chi Minh City",
    "Rangoon": "Yangon",
}
"""Other names of places, with those that they are shown by."""

MORE_COUNTRIES = phrases(
    """
    US, U.S., U.S, USA, U.S.A., UK, U.K., U.K, UAE, U.A.E., Britain, Great Britain, America,
    Holland, Burma, England, Scotland, Wales, Northern Ireland, Ulster, Tibet, Kosovo, Chechnya,
    Kurdistan, Palestine, Taiwan, Hong Kong, Macau, Macao, Turkey, Bosnia, Bosnia-Herzegovina,
    Soviet Union, USSR, Yugoslavia, Czechoslovakia, East Germany, West Germany, Zaire, Ivory
    Coast, Congo, DRC, Cape Verde, East Timor, South Korea, North Korea, Czech Republic,
    Swaziland, Macedonia, Vatican, Holy See, Gaza, West Bank, Crimea, Catalonia, Dagestan,
    Abkhazia, South Ossetia, Western Sahara, Persia, Siam, Republic of Ireland, Irish Republic,
    Rhodesia, Ceylon, Emirates, Vatican City, Kashmir
    """
)

MORE_REGIONS = phrases(
    """
    Bay Area, Rust Belt, Deep South, Gulf Coast,
    Middle East, Far East, Near East, Southeast Asia, South Asia, East Asia, Central Asia, Latin
    America, North America, South America, Central America, Eastern Europe, Western Europe,
    Central Europe, Sub-Saharan Africa, West Africa, East Africa, North Africa, Southern Africa,
    Central Africa, Arctic, Antarctic, Antarctica, Balkans, Caucasus, Baltics, Caribbean,
    Mediterranean, Pacific, Atlantic, Scandinavia, Benelux, Siberia, Persian Gulf, Gulf, Gulf of
    Mexico, Gaza Strip, Golan Heights, Sinai, Horn of Africa, Sahel, Maghreb, Levant, Himalayas,
    Alps, Andes, Amazon, Sahara, Midwest, Silicon Valley, Wall Street, New England, Bavaria,
    Saxony, Hesse, Lower Saxony, Brandenburg, Thuringia, North Rhine-Westphalia,
    Baden-Wuerttemberg, Rhineland-Palatinate, Saarland, Schleswig-Holstein, Ontario, Quebec,
    Alberta, British Columbia, Manitoba, Saskatchewan, Nova Scotia, New Brunswick, Newfoundland,
    New South Wales, Queensland, Tasmania, South Australia, Western Australia, Northern Territory,
    Punjab, Gujarat, Maharashtra, Kerala, Tamil Nadu, Karnataka, Andhra Pradesh, Telangana, West
    Bengal, Bihar, Uttar Pradesh, Madhya Pradesh, Rajasthan, Assam, Odisha, Orissa, Haryana,
    Jharkhand, Chhattisgarh, Uttarakhand, Himachal Pradesh, Goa, Manipur, Nagaland, Ladakh, Sindh,
    Balochistan, Khyber Pakhtunkhwa, Tuscany, Sicily, Sardinia, Lombardy, Piedmont, Andalusia,
    Galicia, Basque Country, Brittany, Normandy, Provence, Corsica, Alsace, Flanders, Wallonia,
    Xinjiang, Guangdong, Sichuan, Hunan, Hubei, Fujian, Zhejiang, Jiangsu, Yunnan, Inner Mongolia,
    Hokkaido, Okinawa, Darfur, Tigray, Donbas, Donbass, Donetsk, Luhansk, Transnistria, Mindanao,
    Java, Sumatra, Borneo, Bali, Aceh, Sulawesi, West Papua, KwaZulu-Natal, Helmand, Kandahar,
    Kent, Surrey, Essex, Sussex, Yorkshire, Lancashire, Cornwall, Devon, Norfolk, Suffolk,
    Hampshire, Merseyside, Midlands, Cumbria, Northumberland, Somerset, Dorset, Warwickshire,
    Derbyshire, Nottinghamshire, Leicestershire, Durham, Glamorgan, Gloucestershire,
    Worcestershire, Northamptonshire, Staffordshire, Cheshire, Manhattan, Brooklyn, Queens, Bronx,
    Harlem, Hollywood, Capitol Hill, West Indies, West Coast, East Coast, South China Sea, East
    China Sea, Black Sea, Red Sea, Baltic Sea, North Sea, Caspian Sea, Suez Canal, Panama Canal,
    Strait of Hormuz, English Channel, Sea of Japan, Chechnya, Tatarstan, Eurasia, Highlands,
    Hebrides, Orkney, Shetland, Cotswolds, Pennines, Ardennes, Dolomites, Pyrenees, Carpathians,
    Urals, Appalachians, Ozarks, Everglades, Peloponnese, Azores, Balearics, Faroes, Falklands,
    Antilles, Lapland, Jutland, Patagonia, Anatolia, Yukon, Nunavut, Euphrates, Tigris, Nile,
    Danube, Rhine, Rhone, Rhône, Seine, Loire, Thames, Tiber, Volga, Dnieper, Dnipro, Dniester,
    Elbe, Vistula, Ganges, Indus, Brahmaputra, Mekong, Irrawaddy, Yangtze, Zambezi, Limpopo,
    Orinoco, Potomac, Bosphorus, Bosporus, Dardanelles, Calif, Ariz,
    Colo, Conn, Fla, Ga, Ill, Ind, Kan, Ky, La, Mass, Md, Mich, Minn, Miss, Mo, Mont, Neb, Nev,
    N.H, N.J, N.M, N.Y, N.C, N.D, Okla, Ore, Pa, R.I, S.C, S.D, Tenn, Tex, Vt, Va, Wash, W.Va,
    Wis, Wyo, N.J., N.Y., N.H., N.M., N.C., N.D., R.I., S.C., S.D., W.Va., D.C., Ont, Que, B.C
    """
)

SHORT_STATES = words("Conn Ga Ill Ind Kan La Mass Miss Mo Mont Ore Pa Va Wash")
"""Short forms of states that are words or names, too; states behind a comma: "Portland, Ore."."""

MORE_CITIES = phrases(
    """
    Kiev, Peking, Bombay, Calcutta, Madras, Bangalore, Saigon, Rangoon, Delhi, Washington, New
    York, Jerusalem, Tel Aviv, Ramallah, Hebron, Nablus, Jericho, Bethlehem, Rafah, Khan Younis,
    Kabul, Mosul, Fallujah, Raqqa, Aleppo, Homs, Benghazi, Misrata, Srebrenica, Sarajevo,
    Pristina, Grozny, Mecca, Medina, Najaf, Karbala, Basra, Hebron, Canberra, Ottawa, Brasilia,
    Luxembourg, Monte Carlo, Cannes, Davos, Wimbledon, Silverstone, Monza, Lords, Headingley, Old
    Trafford, Wembley, Twickenham, Lord's, Camp David, Westminster, Brussels, The Hague, Hague,
    Vatican, Geneva, Lausanne, Strasbourg, Belfast, Cardiff, Edinburgh, Derry, Londonderry,
    Guantanamo, Chernobyl, Fukushima, Hiroshima, Nagasaki
    """
)

HEADS = words(
    """
    River Lake Mountain Mountains Sea Ocean Island Islands Isle Isles Valley Desert County
    Province State Street Avenue Road Lane Boulevard Square Airport Bay Gulf Strait Straits
    Peninsula Coast Beach Park Forest Canyon Bridge Hill Hills Creek Region District Village Town
    Township Harbor Harbour Highway Heights Falls Springs Plateau Delta Basin Reef Canal Channel
    Cape Glacier Volcano Stadium Arena Cathedral Castle Palace Tower Plaza Station Parish Oblast
    Prefecture Governorate Territory Sanctuary Reserve Pass Point Prison Camp Line Gorge Ridge
    Area Terrace Crescent Quay Wharf Cove Lagoon Interchange Junction Promenade Pier Manor Mansion
    """
)
"""Last words of the names of places."""

OPENERS = words(
    "Mount Mt Mt. Lake Fort Cape Port Gulf Strait Isle Bay Republic Kingdom Sea Cote Rio Los Las"
)
"""First words of the names of places."""

DIRECTIONS = words(
    """
    New South North West East Southern Northern Eastern Western Central Upper Lower Greater Inner
    Outer Northeast Northwest Southeast Southwest Northeastern Northwestern Southeastern
    Southwestern
    """
)

NOUNS_BEFORE = words(
    """
    city town village province state region capital port island suburb district county borough
    parish canton prefecture commune municipality republic kingdom enclave neighborhood
    neighbourhood resort hamlet settlement river airport
    """
)
"""Nouns that "of" joins to a place, as in "the city of Basra"; or that stand before its name."""

DEMONYMS = words(
    """
    American British Russian Chinese Indian French German Italian Spanish Japanese Korean Iranian
    Iraqi Syrian Israeli Palestinian Ukrainian Turkish Saudi Egyptian Pakistani Afghan Canadian
    Australian Mexican Brazilian European African Asian Arab Muslim Christian Jewish Islamic
    Catholic Protestant Hindu Sunni Shiite Shia Shi'ite Republican Democratic Democrat Americans
    Russians Europeans Israelis Palestinians Muslims Christians Jews Arabs Dutch Swiss Swedish
    Norwegian Danish Finnish Polish Greek Irish Scottish Welsh English Portuguese Hungarian Czech
    Slovak Slovenian Austrian Belgian Bulgarian Romanian Serbian Serb Serbs Croatian Croat Croats
    Bosnian Albanian Albanians Kosovar Macedonian Montenegrin Vietnamese Thai Indonesian Malaysian
    Philippine Filipino Cuban Cubans Colombian Argentine Argentinian Chilean Peruvian Venezuelan
    Bolivian Ecuadorean Uruguayan Paraguayan Nigerian Kenyan Ethiopian Somali Sudanese Libyan
    Tunisian Moroccan Algerian Lebanese Jordanian Kuwaiti Qatari Yemeni Bahraini Omani Emirati
    Kurdish Kurds Kurd Tibetan Tibetans Uighur Uyghur Rohingya Western Hispanic Latino Latinos
    Marxist Communist Soviet Nazi Nazis Britons Briton Germans Indians Italians Spaniard Spaniards
    Frenchman Frenchmen Dutchman Englishman Irishman Scot Scots Swede Swedes Dane Danes Finn Finns
    Norwegian Pole Poles Turk Turks Greek Greeks Belgians Austrians Australians Canadians Mexicans
    Brazilians Brazilian Colombians Iranians Iraqis Syrians Egyptians Pakistanis Afghans
    Ukrainians Georgians Armenians Chechen Chechens Bangladeshi Nepali Nepalese Taiwanese
    Cambodian Lao Laotian Burmese Singaporean Sri Mongolian Kazakh Uzbek Tajik Kyrgyz Turkmen
    Georgian Armenian Azerbaijani Azeri Belarusian Moldovan Latvian Lithuanian Estonian Icelandic
    Maltese Cypriot Rwandan Rwandans Burundian Ugandan Tanzanian Zambian Zimbabwean Angolan
    Mozambican Namibian Ghanaian Ivorian Senegalese Malian Cameroonian Congolese Liberian Zairean
    Hutu Hutus Tutsi Tutsis Zulu Haitian Haitians Jamaican Dominican Honduran Guatemalan
    Salvadoran Nicaraguan Panamanian Puerto Afrikaner Maori Inuit Aboriginal Basque Catalan Breton
    Flemish Bavarian Sicilian Parisian Londoner Londoners Muscovites Californian Texan Texans
    Floridian Hawaiian Alaskan Anglican Lutheran Methodist Baptist Mormon Mormons Buddhist Sikh
    Sikhs Hindus Catholics Protestants Evangelical Orthodox Jesuit Vatican's Balkan Baltic Nordic
    Scandinavian Caucasian Eurasian Slavic Arabic Persian Hebrew Latin Bosniak Gazan Orangemen
    Loyalist Unionist Zionist Maoist Leninist Trotskyist Keynesian Victorian Mennonite Mennonites
    Amish Quaker Quakers Yazidi Yazidis Druze Copt Copts Coptic Alawite Alawites Sunnis Shiites
    Shias Presbyterian Methodists Mayan Maya Sami Roma Sinti Tamil Tamils Bengali Punjabi Pashtun
    Pashtuns Hazara Hazaras Berber Bedouin Tuareg Norwegians Nigerians Kenyans Ethiopians Somalis
    Koreans Hungarians Romanians Bulgarians Libyans Tunisians Moroccans Algerians Chileans
    Peruvians Venezuelans Bolivians Ecuadoreans Argentines Ghanaians Ugandans Latvians Lithuanians
    Estonians Slovenes Slovaks Czechs Filipinos Malaysians Indonesians Singaporeans Cambodians
    Thais Yemenis Saudis Kuwaitis Qataris Jordanians Cypriots Icelanders Asians Africans Bosnians
    Parisians Sicilians Catalans Basques Jamaicans Hondurans Guatemalans Hispanics
    """
)
"""Adjectives and names of peoples: names, but of no person, place or organisation."""
