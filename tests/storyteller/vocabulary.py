"""Word lists that the templates draw on. An entry may hold slots itself."""

from __future__ import annotations

_LISTS = """
adj: bitter cautious careful sweeping uneven patient costly narrow stubborn gradual sober unusual awkward frank modest thorough prolonged abrupt steady fragile tense quiet crowded muddled detailed vague candid hasty orderly painful formal rare brisk heated lengthy muted spirited public private partial joint urgent temporary permanent regional technical political financial practical moral rushed shared broad limited delayed
mood: angry weary hopeful uneasy grateful relieved baffled stunned determined calm restless wary defiant resigned sleepless proud anxious furious puzzled
trade: baker plumber nurse welder carpenter farmer driver teacher cleaner mechanic florist librarian tailor gardener roofer student waiter barber electrician pharmacist shepherd joiner bookseller locksmith printer surveyor potter beekeeper cook cashier
kin: brother sister cousin daughter son uncle aunt nephew niece grandmother grandfather neighbour colleague friend classmate tenant landlord
site: warehouse sawmill tannery bakery depot laundry brewery printworks dairy market-hall foundry hotel ballroom boatyard shoe-factory library cinema paint-store paper-mill cannery school-annexe hostel textile-mill arcade granary bus-garage workshop furniture-store cold-store
stuff: timber paper grain plastic cotton varnish rubber straw cardboard paint oil wool resin coal sugar leather packaging furniture fertiliser diesel
place: quay square bridge station park hill canal cathedral stadium market church mill reservoir junction castle lighthouse cemetery promenade courthouse barracks garden viaduct chapel brewery waterfront theatre
street: Mill Bridge Station Chapel Orchard Tanner Foundry Market Cooper Weaver Abbey Castle Ferry Granary Lantern Saddler Poplar Quarry Rope Salt Thistle Wharf Linden Miller
beast: cattle sheep horses geese goats bees hens pigs dogs swans
weather: drizzle fog sleet hail frost sunshine mist thunder snow wind heat rain
season: spring summer autumn winter
crop: barley beet apple potato cherry hop olive flax wheat cabbage onion plum
hobby: rowing chess choir football cycling pottery gardening sailing photography astronomy folk-dance fishing boxing handball
vehicle: lorry bus van tractor train tram coach ambulance barge motorcycle trailer taxi
room: ballroom canteen gymnasium library cellar courtroom chapel lobby boardroom hangar tent classroom corridor auditorium
drink: tea soup coffee water cocoa
object: ledger photograph letter notebook map key diary badge parcel recording receipt lamp scarf chart helmet flag plaque telephone clock
part: roof wall staircase gate boiler window balcony lift cellar chimney floor pipe engine hull valve brake cable door ceiling pump fence
paperwork: report audit memo survey schedule permit letter register contract budget invoice timetable circular minute draft petition
study: chemistry geology medicine engineering history statistics law botany physics economics archaeology geography
virtue: patience honesty discipline kindness courage caution humour trust decency restraint fairness modesty stamina
hope: peace order dignity safety prosperity calm fairness stability openness recovery trust unity
worry: debt drift delay panic bitterness neglect confusion rumour scarcity waste mistrust fatigue rivalry secrecy haste
manner: quietly openly slowly firmly plainly politely gladly grudgingly briefly carefully calmly loudly patiently wearily cheerfully solemnly bluntly
often: twice repeatedly seldom rarely routinely weekly annually monthly daily occasionally
span: hours days weeks months years decades
part-of-day: dawn noon dusk midnight daybreak nightfall sunrise breakfast lunchtime sunset
body-kind: committee panel board tribunal council bureau commission inspectorate ministry institute foundation federation chamber trust association directorate
field: transport housing health forestry fisheries education energy water sport culture safety farming tourism justice customs finance trade veterans labour heritage planning mining
group: pensioners students parents drivers farmers shopkeepers tenants nurses pilots dockers teachers fishermen bakers commuters cyclists growers foresters miners musicians postmen
festival: lantern harvest regatta herring blossom cider midwinter wool kite brass-band puppet chrysanthemum sheepdog bonfire
colour: red blue green yellow white grey black brown orange
metal: copper silver bronze iron lead tin zinc
act: review rebuild inspect repair reopen finance shorten publish examine extend reform replace test abandon redesign relaunch scrap
done: reviewed rebuilt inspected repaired reopened financed shortened published examined extended reformed replaced tested abandoned redesigned
verb-ing: drifting shrinking growing improving failing working slipping struggling changing recovering stalling
big-noun: question burden lesson warning test bargain mistake promise remedy signal compromise gamble setback opening puzzle milestone experiment
time-ago: yesterday last-week last-month last-spring last-autumn a-year-ago two-years-ago three-years-ago a-decade-ago in-January in-March in-June in-August in-October
"""

VOCABULARY: dict[str, list[str]] = {}
for _line in _LISTS.strip().splitlines():
    _name, _, _words = _line.partition(": ")
    _open = "time-ago site" if _name in ("time-ago", "site") else ""
    VOCABULARY[_name] = [word.replace("-", " ") if _open else word for word in _words.split()]

VOCABULARY["detail"] = [
    "the {~colour} {~part} of the {~place}", "a {~adj} {~paperwork}", "the old {~part}", "two {~adj} {~paperwork}s",
    "a {~trade}'s {~object}", "{~drink} for the {~group}", "one {~colour} {~object}", "{#3-60} {~object}s",
    "the {~season} {~paperwork}", "a {~metal} {~object}", "the {~field} {~paperwork}", "its own {~paperwork}",
    "the {~part} and the {~part}", "a {~vehicle} full of {~stuff}", "{~stuff} and {~stuff}", "the {~trade}s' {~room}",
]  # fmt: skip
VOCABULARY["where"] = [
    "near the {~place}", "behind the {~place}", "at the old {~place}", "beside the {~colour} {~place}",
    "in a {~adj} {~room}", "outside the {~place}", "by the {~place}", "off {~street} Street", "in the {~room}",
    "on {~street} Lane", "along the {~place}", "between the {~place} and the {~place}", "in {~street} Road",
]  # fmt: skip
VOCABULARY["when"] = [
    "shortly before {~part-of-day}", "after {~part-of-day}", "around {~part-of-day}", "towards {~part-of-day}",
    "for {#2-9} {~span}", "until {~part-of-day}", "some {#2-9} {~span} later", "just after {~part-of-day}",
    "within {#2-9} {~span}", "before {~part-of-day}", "at {~part-of-day}", "in early {~season}", "late in the {~season}",
]  # fmt: skip
VOCABULARY["agency"] = [
    "the {~field} {~body-kind}", "a {~field} {~body-kind}", "the regional {~field} {~body-kind}",
    "the {~adj} {~field} {~body-kind}", "the {~body-kind} for {~field}", "the {~field} and {~field} {~body-kind}",
]  # fmt: skip
VOCABULARY["folk"] = [
    "{~group} from {town2}", "the {~trade}s' {~body-kind}", "retired {~trade}s", "a {~mood} {~trade}",
    "local {~group}", "a {~kin} of the {~trade}", "{~group} and {~group}", "several {~mood} {~group}",
    "a {~trade} and a {~trade}", "young {~group}", "{#3-40} {~group}",
]  # fmt: skip
VOCABULARY["cause"] = [
    "a faulty {~part}", "a loose {~part}", "{~weather} and {~worry}", "a broken {~part}", "{~worry} over {~stuff}",
    "a {~adj} {~paperwork}", "an unpaid {~paperwork}", "too much {~stuff}", "a lack of {~virtue}", "a {~trade}'s error",
]  # fmt: skip
VOCABULARY["aim"] = [
    "to {~act} the {~part}", "to {~act} the {~paperwork}", "to {~act} every {~part}", "to protect the {~group}",
    "to restore {~hope}", "to avoid {~worry}", "to {~act} {~detail}", "to win back {~hope}", "to end the {~worry}",
    "to spare the {~group} more {~worry}", "to {~act} the {~field} {~paperwork}", "to keep {~hope} in the {~place}",
]  # fmt: skip
