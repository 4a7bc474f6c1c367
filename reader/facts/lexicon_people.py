"""Words that stand beside the names of people."""

from reader.facts.words import words

TITLES = words(
    """
    Mr Mrs Ms Miss Mx Dr Prof Gen Lt Col Maj Capt Cmdr Cpl Sgt Sen Sens Rep Reps Gov Rev Hon Sir
    Dame Lord Lady Baroness Baron Count Countess Duke Duchess Prince Princess King Queen Emperor
    Empress Sultan Emir Sheikh Shaikh Sheik Ayatollah Imam Mullah Rabbi Pope Cardinal Archbishop
    Bishop Father Sister Brother Reverend Pastor Saint President Premier Chancellor Senator
    Congressman Congresswoman Representative Governor Mayor Minister Secretary Ambassador Speaker
    Commissioner Chairman Chairwoman Chairperson Chair CEO CFO COO Director Judge Justice General
    Colonel Captain Major Sergeant Corporal Private Lieutenant Admiral Commander Marshal Commodore
    Brigadier Inspector Superintendent Constable Detective Officer Sheriff Marshall Professor
    Doctor Coach Manager Spokesman Spokeswoman Spokesperson PM MP Councillor Councilman
    Councilwoman Delegate Prosecutor Attorney Counsel Treasurer Envoy Leader Analyst Economist
    Negotiator Trustee Executive Editor Undersecretary Solicitor Advocate Chief Comrade Taoiseach
    Don Dona Señor Herr Frau Madame Monsieur Mademoiselle Signor Shri Smt Pandit Maulana Begum
    Aunt Uncle Counselor Counsellor Comptroller Administrator Lieutenant-General Major-General
    Brigadier-General Vice-President Vice-Chairman Secretary-General Attorney-General
    Governor-General Director-General Vice-Admiral Rear-Admiral Lieutenant-Colonel
    """
)
"""Words with a capital that stand before a name, or name an office."""

TITLE_MODIFIERS = words(
    """
    Prime Vice Deputy Foreign Finance Defence Defense Interior Home Health Education Environment
    Energy Agriculture Commerce Trade Transport Justice Labour Labor Culture Information Industry
    Housing Economy Economics Treasury Union Chief Former Acting Assistant Associate Senior Junior
    First Second Attorney Solicitor Under State Lead Executive Managing General Special House
    Majority Minority Opposition Party Press Communications Permanent Honorary Honourable Right
    Crown Grand Supreme Field Rear Air Police District Lieutenant Staff Brigadier Major Sergeant
    Petty Warrant Head Cabinet Environment Sports Tourism Science Technology Development Planning
    Immigration External Internal Affairs Security National Democratic Republican Conservative
    Socialist Communist Independent Presidential Federal Regional Provincial Co Non Team
    """
)
"""Words with a capital that belong to the title after them."""

ROLES = words(
    """
    spokesman spokeswoman spokesperson analyst economist coach director chairman chairwoman
    minister president secretary ambassador striker midfielder goalkeeper defender captain singer
    actor actress author lawyer attorney professor senator governor mayor leader chief executive
    manager officer skipper winger forward batsman bowler pitcher quarterback player champion
    runner swimmer cyclist driver jockey golfer boxer seed compatriot countryman teammate
    team-mate trader dealer strategist researcher scientist historian journalist reporter
    correspondent editor photographer novelist poet writer playwright composer conductor musician
    boss passenger botanist geologist biologist chemist physicist astronomer fisherman
    rapper guitarist drummer director filmmaker producer designer architect artist painter
    sculptor billionaire businessman businesswoman entrepreneur investor financier banker broker
    activist campaigner dissident rebel guerrilla commander general colonel lieutenant sergeant
    detective inspector judge justice prosecutor magistrate sheriff doctor surgeon physician nurse
    teacher student farmer candidate nominee incumbent rival opponent challenger lawmaker
    legislator deputy congressman congresswoman councillor official aide adviser advisor envoy
    negotiator diplomat consul premier chancellor king queen prince princess pope bishop
    archbishop cardinal priest pastor rabbi imam cleric sheikh ayatollah husband wife son daughter
    brother sister father mother uncle aunt nephew niece cousin grandfather grandmother boyfriend
    girlfriend fiance widow partner friend colleague neighbour neighbor resident witness victim
    suspect defendant gunman founder co-founder owner heir tycoon magnate legend star hero veteran
    rookie newcomer captain left-hander right-hander paceman spinner all-rounder wicketkeeper
    opener batsmen referee umpire secretary-general vice-president vice-chairman mogul host
    presenter anchor comedian chef
    """
)
"""Words without a capital that stand before a name."""

PARTICLES = words(
    "de la del della van von der den da di du dos das le el al bin ibn ben abu ter ten zu"
)
"""Small words inside names of people."""

SUFFIXES = words("Jr Jr. Sr Sr. II III IV Esq MP MSP MEP MLA QC KC PhD MD OBE CBE KBE DBE MBE FRS")

SAID = (
    "said|says|say|told|tells|added|adds|wrote|writes|tweeted|stated|states|announced|claimed"
    "|claims"
    "|argued|argues|insisted|insists|acknowledged|acknowledges|admitted|admits|confirmed|confirms"
    "|denied|denies|warned|warns|explained|explains|noted|notes|asked|asks|replied|responded"
    "|declared"
    "|suggested|suggests|recalled|concluded|continued|testified|pledged|vowed|urged|predicted"
    "|thinks"
    "|believes|believed|thought|quipped|joked|complained|conceded|stressed|reiterated|observed"
    "|commented|remarked|promised|hopes|hoped|expects|welcomed"
)
"""Verbs of saying that follow a name."""
