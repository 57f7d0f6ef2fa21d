"""What outlets do to words: spellings, synonyms, loaded words, hedges and reporting verbs."""

from __future__ import annotations

# British | American
_SPELLING = """
colour color|harbour harbor|labour labor|neighbour neighbor|neighbours neighbors|neighbourhood neighborhood
rumour rumor|rumours rumors|honour honor|honoured honored|favour favor|behaviour behavior|endeavour endeavor
centre center|theatre theater|metres meters|kilometres kilometers|litres liters|fibre fiber
organise organize|organised organized|organisers organizers|organisation organization|organisations organizations
recognise recognize|recognised recognized|criticised criticized|apologised apologized|authorised authorized
emphasised emphasized|mobilised mobilized|hospitalised hospitalized|privatised privatized|stabilised stabilized
minimise minimize|prioritise prioritize|realised realized|modernise modernize|jeopardise jeopardize
analyse analyze|analysed analyzed|paralysed paralyzed|defence defense|offence offense|licence license
travelled traveled|travellers travelers|cancelled canceled|fuelled fueled|labelled labeled|modelling modeling
counsellor counselor|councillors councilors|signalled signaled|programme program|programmes programs
grey gray|plough plow|sceptical skeptical|manoeuvre maneuver|ageing aging
judgement judgment|pyjamas pajamas|jewellery jewelry|catalogue catalog|dialogue dialog
anaesthetist anesthetist|paediatric pediatric|haemorrhage hemorrhage|aluminium aluminum
instalment installment|fulfil fulfill|skilful skillful|enrol enroll|moustache mustache|enquiry inquiry
towards toward|amongst among|whilst while|learnt learned|burnt burned|co-operation cooperation
co-ordinated coordinated|e-mail email|adviser advisor|advisers advisors
"""
SPELLING: dict[str, tuple[str, str]] = {}
for _pair in _SPELLING.replace("\n", "|").split("|"):
    if _pair.strip():
        _uk, _us = _pair.split()
        SPELLING[_uk] = SPELLING[_us] = (_uk, _us)

ABBREVIATIONS = {  # the long form: the short forms in use
    "General": ("Gen.", "Gen"), "Colonel": ("Col.", "Col"), "Captain": ("Capt.", "Capt"),
    "Lieutenant": ("Lt.", "Lt"), "Professor": ("Prof.", "Prof"), "Doctor": ("Dr.", "Dr"),
    "Senator": ("Sen.", "Sen"), "Governor": ("Gov.", "Gov"), "Sergeant": ("Sgt.", "Sgt"),
    "Reverend": ("Rev.", "Rev"), "Superintendent": ("Supt.", "Supt"), "Inspector": ("Insp.", "Insp"),
    "United States": ("U.S.", "US"), "United Nations": ("U.N.", "UN"), "European Union": ("E.U.", "EU"),
    "Saint": ("St.", "St"), "Street": ("St.", "St"), "Avenue": ("Ave.", "Ave"), "versus": ("vs.", "v"),
}  # fmt: skip

# Words that may stand for each other; a line is one meaning.
_SYNONYMS = """
large big sizeable|small little modest|quickly rapidly swiftly|began started|several various numerous
help aid|buy purchase acquire|needed required|difficult hard tough|important significant|earlier previously|recent latest|nearly almost
ended finished concluded|asked requested|happened occurred|huge enormous
immediately instantly promptly|whole entire|many plenty-of|often frequently|finally eventually|carefully closely
damaged harmed|injured hurt wounded|vehicles cars|residents inhabitants locals|officials authorities
workers employees|meeting session gathering|discussions talks negotiations|increase upturn|decrease decline
plan scheme|decision ruling-on-it|blaze inferno|investigation probe|witnesses onlookers
building structure|company firm|repaired mended fixed|shut closed|delayed postponed|selected chosen picked
complained protested|money funds cash|journey trip|beginning start outset|remained stayed|obtained secured
evening night-time|district quarter|victims casualties|children youngsters|doctors physicians medics
teachers instructors|ordered instructed|gathered assembled|removed taken-away|expected anticipated
rejected refused|continued carried-on|received got|attempted tried|destroyed wrecked demolished
searched combed|rescued saved|collapsed caved-in|evacuated cleared|rebuild reconstruct|purchase buying
severe serious grave|angry furious irate|afraid frightened scared|worried concerned anxious
old ageing-now|modern up-to-date|empty vacant|crowded packed|quiet calm|wealthy rich|entirely wholly
sufficient enough|additional further extra|frequently repeatedly|yearly annual
inspect examine|statement communique|cottages houses|highway main-road
"""
SYNONYMS: dict[str, tuple[str, ...]] = {}
for _line in _SYNONYMS.replace("\n", "|").split("|"):
    _same = tuple(word for word in _line.split() if "-" not in word)
    for _word in _same:
        if len(_same) > 1:
            SYNONYMS[_word] = _same

# Loaded words put before a noun.
LOADED_BEFORE = (
    "so-called notorious shameful disgraceful heroic brave cowardly fanatical ruthless barbaric infamous brutal "
    "glorious valiant treacherous murderous bungling incompetent corrupt greedy spineless radical extremist "
    "reckless despicable beloved saintly sinister shady draconian tyrannical bloodthirsty vicious callous "
    "hysterical hypocritical scandalous outrageous monstrous evil hateful wicked pathetic laughable farcical "
    "disastrous catastrophic crooked thuggish rabid servile puppet visionary selfless noble patriotic martyred "
    "arrogant heartless savage disgraced discredited deluded militant hardline"
).split()
# Plain noun or verb: loaded ones that outlets put in its place.
LOADED_FOR = {
    "government": ("regime", "junta"), "protesters": ("rioters", "thugs", "mob"), "group": ("gang", "clique", "cabal"),
    "strikers": ("wreckers", "agitators"), "supporters": ("fanatics", "cronies", "loyalists"),
    "killed": ("slaughtered", "butchered", "massacred"), "died": ("perished",),
    "plan": ("plot", "ploy"), "criticised": ("blasted", "savaged", "slammed"), "officials": ("bureaucrats", "apparatchiks"),
    "fighters": ("terrorists", "heroes", "freedom-fighters"), "leaders": ("strongmen", "bosses", "warlords"),
    "dispute": ("showdown", "war"), "migrants": ("illegals", "invaders"),
    "demonstrators": ("hooligans", "rabble"), "managers": ("fat-cats", "profiteers"), "owners": ("tycoons", "oligarchs"),
    "victory": ("triumph", "conquest"), "defeat": ("humiliation", "rout"), "agreement": ("surrender", "sell-out"),
    "error": ("blunder", "fiasco"), "statement": ("rant", "tirade"), "campaigners": ("zealots", "crusaders"),
    "police": ("henchmen",), "lawyers": ("ambulance-chasers",), "critics": ("naysayers", "haters"),
    "crowd": ("mob", "horde"), "soldiers": ("occupiers", "martyrs", "butchers"), "tax": ("plunder",),
}  # fmt: skip

# Words that make a telling less sure, put before a verb.
HEDGES = (
    "reportedly allegedly apparently supposedly purportedly seemingly possibly probably presumably ostensibly"
).split()

CUES = {  # class of reporting verb: its past forms; within a class they are wording
    "said": ("said", "stated"),
    "admitted": ("admitted", "conceded", "acknowledged", "confessed"),
    "claimed": ("claimed", "alleged", "asserted"),
    "warned": ("warned", "cautioned"),
    "insisted": ("insisted", "maintained"),
    "boasted": ("boasted", "bragged"),
    "complained": ("complained", "grumbled"),
    "promised": ("promised", "pledged", "vowed"),
    "stressed": ("stressed", "emphasised", "underlined"),
    "denied": ("denied",),
    "added": ("added",),
    "told": ("told",),
}
# What outlets turn a plain "said" into, and the other way round.
CUE_SWAPS = {
    "said": ("admitted", "claimed", "warned", "insisted", "boasted", "complained"),
    "admitted": ("said", "insisted"), "claimed": ("said",), "warned": ("said",), "insisted": ("said", "claimed"),
    "stressed": ("admitted", "claimed"), "promised": ("said", "boasted"), "complained": ("said",), "boasted": ("said",),
}  # fmt: skip
