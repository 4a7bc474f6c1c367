"""Words that make a name one of an event, an agreement or a made thing."""

import re

from reader.facts.words import phrases, words

EVENT_HEADS = words(
    """
    War Summit Olympics Olympic Paralympics Games Cup Championship Championships Conference
    Election Elections Festival Agreement Treaty Pact Accord Accords Act Deal Programme Program
    Initiative Plan Partnership Project Operation Revolution Award Awards Convention Protocol Bill
    Tournament Exercise Referendum Marathon Prix COMPACT Compact Declaration Amendment Open
    Masters Series Trophy Test Uprising Massacre Holocaust Depression Crisis Intifada Ceasefire
    Truce Armistice Charter Doctrine Expo Forum Congress Talks Dialogue Rally Parade Biennale
    Carnival Primary Primaries Caucuses Constitution Covenant Directive Regulation Resolution
    Strategy Framework Roadmap Corridor Quad Stakes Show Fair Prize Medal
    """
)
"""Last words of the names of events and agreements."""

WEAK_EVENT_HEADS = words(
    """
    Deal Plan Project Bill Program Programme Exercise Test Series Open Talks Forum Congress
    Compact Elections Election Rally Strategy Framework Regulation Resolution Crisis Primary
    Constitution Show Fair
    """
)
"""Heads that need a name before them that is no common word."""

BODY_HEADS = words("Forum Congress Conference Convention Partnership Initiative Dialogue Project")
"""Heads of names of events that are those of lasting bodies, too."""

EVENT_OPENERS = words(
    """
    Operation Hurricane Typhoon Cyclone Storm Exercise Project Brexit Expo
    """
)

KNOWN_EVENTS = phrases(
    """
    Brexit, World War, World War I, World War II, First World War, Second World War, Cold War,
    Gulf War, Vietnam War, Civil War, Arab Spring, Holocaust, World Cup, Super Bowl, World Series,
    Olympics, Olympic Games, Grand Prix, Wimbledon, Ashes, Ryder Cup, Davis Cup, Tour de France,
    U.S. Open, US Open, French Open, Australian Open, Oscars, Grammys, Christmas, Easter, Ramadan,
    Hanukkah
    """
)

STORMS = words("Storm Hurricane Typhoon Cyclone")
"""What stands before the names of storms, which are called by the rest alone, too."""

SHIP_PREFIXES = words(
    """
    HMS USS INS USNS RMS MV HMAS HMCS HMNZS USCGC ROKS JS KRI TCG FS SS RRS RV KM RFA HNLMS HDMS
    HSwMS BRP PNS SLNS FV
    """
)
"""What stands before the names of ships."""

WEAPON_ACRONYMS = words(
    """
    IED VBIED SVBIED EFP UAV UCAV UAS USV UUV RPG ICBM IRBM SRBM MRBM SLBM MANPADS MANPAD ATGM SAM
    MLRS HIMARS ATACMS JDAM TLAM MRAP AFV APC IFV MBT AWACS JSTARS THAAD GMLRS LAW RCV AUV VLS
    DDG CVN SSN SSBN SSGN FFG LHD LHA LPD LCS SPG CIWS LRASM JASSM AMRAAM PDM DPICM
    """
)
"""What soldiers call kinds of weapons, vehicles and ships for short."""

CRAFT_NAMES = words(
    """
    Stratotanker Stratofortress Globemaster Nighthawk Eurofighter Kalashnikov Humvee Katyusha
    Iskander Kalibr Kinzhal Scud Qassam Exocet Bayraktar Tomahawk Chinook Gripen
    """
)
"""Names of kinds of weapons and craft that are no other words."""

WEAPON_TAIL = re.compile(
    r" (?:(?:cruise|ballistic|air[- ]defen[cs]e|surface-to-air|anti-tank|anti-ship|anti-aircraft|"
    r"hypersonic|guided|nuclear|stealth|attack|main battle|fighter|spy|missile|rocket|assault"
    r"|sniper)"
    r" )*(?:missile systems?|missiles?|missile system|rocket systems?|systems?(?= squadrons?)"
    r"|fighters?"
    r"|fighter jets?|jets?|rifles?|tanks?|aircraft carriers?|aircraft|submarines?|warships?"
    r"|frigates?"
    r"|destroyers?|drones?|helicopters?|rockets?|bombers?|launchers?|howitzers?|torpedo(?:es)?"
    r"|torpedoes|interceptors?|spacecraft|satellites?|smartphones?)\b"
)
"""What follows the name of a weapon or craft and belongs to it."""

MODEL = re.compile(r"(?!(?:G|U|K|I|Q|H)-)[A-Z]{1,3}-\d{1,3}[A-Z]{0,2}s?|Mk\.?-?\d{1,2}")
"""The designation of a weapon or craft as it stands before its name: "KC-135R Stratotanker"."""

DESIGNATION = re.compile(
    r"[A-Z][A-Za-z]{0,3}-\d{1,4}[A-Za-z]{0,2}|[A-Z][a-z]+-\d{1,3}[A-Z]{0,2}|[A-Z]{1,3}\d{2,4}[A-Z]?"
)
"""The designation of a made thing, as in "S-400", "F-16C", "Su-27"."""
