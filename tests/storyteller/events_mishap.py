"""Kinds of events in which something goes wrong: fire, ferry, flood, hospital, train, mine."""

from __future__ import annotations

from tests.storyteller.kinds import Kind

FIRE = Kind(
    name="fire",
    topic="the fire",
    bodies="{town} Fire Service|{region} Insurance|{town} Brigade",
    roles="fire chief|mayor|night watchman|factory owner|safety inspector",
    figures="dead n 2 38|hurt n 11 90|crews n 9 60|loss usd 3 80",
    headlines="Fire at {town} {site} kills {dead}|{dead} dead as {site} burns in {town}|{town} mourns after {site} fire",
    ledes="""
A fire (swept|tore|raced) through a {~stuff} {site} in {town} on {day}, killing {dead} people and (injuring|hurting) {hurt} (others|more), (officials|the brigade) said
{dead} people ^ died and {hurt} were (taken|rushed) to hospital after {~cause} ^ set a {site} (alight|ablaze) in {town} on {day}
(Crews|Rescuers) (searched|combed) the (ruins|remains) of a {town} {site} on {day} after flames ^ killed {dead} people and left {hurt} hurt
A {site} in {town} (burnt|burned) to the ground on {day} with the loss of {dead} lives, and {hurt} (survivors|workers) were injured
""",
    body="""
(Flames|The blaze) ^ (started|began) in a {~room} full of {~stuff} {~when} and (quickly|rapidly) (reached|took hold of) the {~part}
Around {crews} crews (came|were sent) from {town2} and {region} to (fight|contain) the (blaze|flames)
(Thick|Dense|Black) smoke (drifted|hung|spread) over {street} Street {~when}, and (residents|shopkeepers) (closed|shut) their windows
The {site} ^ (stored|held) {#20-900} tonnes of {~stuff} when the alarm (rang|sounded)
(Insurers|{body}) put the (damage|loss) at {loss}, (not counting|without) the {~vehicle}s parked {~where}
A {~trade} on the (second|third|top) floor ^ (raised|gave) the alarm with {~detail}
{p1} (led|directed) the (rescue|search) from {~where} and (ordered|asked) {~folk} to leave
The {~part} (collapsed|gave way) {~when}, trapping {#2-9} (workers|employees) {~where}
(Investigators|Experts) ^ (suspect|blame) {~cause}, though {~agency} (warned|urged) against (haste|guesses)
A (search|roll call) {~where} (showed|revealed) that {#2-9} {~trade}s were still missing
(Last|A previous) {~season} {~agency} ^ (fined|cautioned) the owners over {~cause}
{p4} had (bought|taken over) the {site} in {year} and ^ (planned|promised) {~aim}
(Schools|Shops) along {street} Street stayed (closed|shut) while {~folk} (cleared|swept) {~stuff} from the (road|kerb)
(Water|Foam) (pumped|brought) from the {~place} ^ ran short {~when}, (slowing|delaying) the (work|effort)
""",
)
FERRY = Kind(
    name="ferry",
    topic="the sinking",
    bodies="{town} Ferries|{region} Line|{town} Coastguard",
    roles="harbour master|coastguard commander|ferry captain|transport minister|lifeboat coxswain",
    figures="dead n 3 55|saved n 40 310|aboard n 90 400|boats n 4 28",
    headlines="Ferry sinks off {town}, {dead} dead|{saved} rescued as ferry goes down near {town}|Ferry disaster off {town}",
    ledes="""
A ferry (carrying|with) {aboard} people (sank|capsized|went down) off {town} on {day}, ^ killing {dead}, the coastguard said
At least {dead} passengers ^ drowned and {saved} were (rescued|pulled from the water) when a ferry (overturned|foundered) near {town} on {day}
(Lifeboats|Rescue boats) (saved|picked up) {saved} people from a sinking ferry outside {town} on {day}, but {dead} ^ lost their lives
{dead} bodies (were|had been) (recovered|found) by nightfall on {day} after the {town} ferry (hit|struck) {~detail} and sank
""",
    body="""
The (vessel|ship), built in {year}, was (bound|heading) for {town2} with {aboard} passengers and {#4-60} {~vehicle}s
{boats} boats and {#2-9} helicopters (joined|took part in) the search {~when}
(Survivors|Passengers) ^ (clung|held on) to {~detail} until a {~trade}'s boat (reached|found) them {~where}
{p3} ^ (sent|gave) a distress call {~when}, (minutes|moments) after the {~part} (failed|gave out)
(Waves|Swells) of {#2-9} metres and {~weather} (hampered|slowed) the (divers|rescue)
The ferry ^ (carried|had) {#3-40} life jackets (fewer|less) than the rules (require|demand)
{body} (suspended|cancelled) all (sailings|crossings) to {town2} {~when}
{~agency} ^ (inspected|checked) the {~part} in {year} and (found|noted) {~cause}
(Families|Relatives) (waited|gathered) {~where} with {~detail}
A {~trade} from {town2} ^ swam {~where} and (pulled|dragged) {#2-9} children (ashore|to the quay)
{p4} (flew|travelled) to {town} {~when} and (met|visited) (survivors|the crew) in the {~room}
(Tugs|Cranes) (would|were to) (lift|raise) the (wreck|hull) once the {~weather} (eased|passed)
(Divers|Frogmen) ^ (reached|entered) the {~room} {~when} and (brought up|recovered) {~detail}
The (crossing|route) ^ (earns|brings) {$2-40} a year and (carries|moves) {#200-900} people a day
""",
)
FLOOD = Kind(
    name="flood",
    topic="the flood",
    bodies="{region} Water Board|{town} Relief Fund|{region} Rescue Corps",
    roles="mayor|river engineer|relief coordinator|dike warden|regional governor",
    figures="homes n 120 4800|level n 4 12|moved n 300 9000|cost usd 5 95",
    headlines="{moved} flee as {river} floods {town}|{river} bursts its banks|Flood waters reach {town}",
    ledes="""
The {river} (burst|broke) its banks on {day}, (flooding|swamping) {homes} homes in {town} and (forcing|driving) {moved} people to (flee|leave)
(Rescuers|Soldiers) (moved|evacuated) {moved} people from {town} on {day} as the {river} (rose|climbed) {level} metres and ^ (reached|entered) {homes} houses
{homes} homes stood under water in {town} on {day} after {~weather} and {~cause} ^ (swelled|raised) the {river} by {level} metres
More than {moved} residents of {town} (spent|passed) the night in (shelters|halls) after flood water ^ (ruined|damaged) {homes} homes on {day}
""",
    body="""
The {river} (peaked|crested) at {level} metres {~when}, (above|beyond) the (mark|record) of {year}
(Volunteers|Soldiers) (filled|stacked) {#900-9000} sandbags {~where} and {~where}
A dike {~where} ^ (gave way|broke|leaked) {~when}, (sending|pushing) water into {street} Street
{~folk} ^ (lost|left behind) {#20-600} {~beast} when the {~crop} fields (vanished|went under)
(Power|Drinking water) ^ (failed|was cut) in {%5-70} of {region}, {body} said in a (bulletin|notice)
{p2} (inspected|walked) the dikes {~when} and ^ (measured|found) {~cause}
(Repairs|Clearing up) could cost {cost}, (according to|by) a first (estimate|count)
(Boats|Rafts) (brought|carried) {~drink} and {~detail} to {~folk} cut off {~where}
(Sleeping bags|Camp beds) (filled|lined) the {~room} of a school, where {~folk} (slept|waited)
Forecasters (expect|predict) {~weather} {~when}, and {~agency} (kept|left) its warning in force
{~agency} ^ (refused|put off) a plan {~aim} in {year}
{p4} (promised|offered) {$2-30} {~aim}, (payable|to be paid) {~when}
The bridge {~where} ^ (was swept away|lost its {~part}) {~when}, and a {~vehicle} (fell|slid) into the water
(Farmers|Growers) (fear|expect) the loss of {%10-80} of the {~crop} harvest
""",
)
HOSPITAL = Kind(
    name="hospital",
    topic="the outbreak",
    bodies="{town} General Hospital|{region} Health Board|{town} Infirmary",
    roles="hospital director|chief nurse|infection specialist|health minister|patients' advocate",
    figures="cases n 14 180|dead n 2 19|wards n 2 9|staff n 20 300",
    headlines="Infection closes wards at {body}|{cases} fall ill at {town} hospital|{dead} die in hospital outbreak",
    ledes="""
{body} (closed|shut) {wards} wards on {day} after {cases} patients ^ (caught|contracted) an infection that has killed {dead}
{dead} patients ^ died and {cases} fell ill in an outbreak at {body}, the hospital said on {day}
(Doctors|Health officials) in {town} were (fighting|battling) on {day} to contain an infection that ^ (struck|reached) {cases} patients at {body}
An infection ^ (traced|linked) to {~cause} has killed {dead} patients and sickened {cases} at {body}, it (emerged|was announced) on {day}
""",
    body="""
(Tests|Samples) taken from {~detail} ^ (confirmed|showed) the strain {~when}
{staff} (nurses|members of staff) (are|were) (off sick|in quarantine) and (operations|transplants) were (postponed|cancelled)
(Visitors|Relatives) (are|were) kept {~where}, and (meals|letters) (go|went) in through {~detail}
{p3} (traced|followed) the (germ|strain) to a {~part} {~done} {~time-ago}
A {~trade} aged {#31-88} ^ (was|is) the first (case|patient), (admitted|brought in) {~when}
{body} ^ (ignored|overlooked) {#3-20} (warnings|complaints) about {~cause}, (inspectors|auditors) (found|wrote) in {year}
The (wards|beds) (serve|treat) {#900-9000} people from {region} and {town2} each year
{~agency} (sent|lent) {#2-30} specialists and {~detail} {~when}
Cleaning of the {~part} ^ (was|had been) (handed|contracted) to a private firm for {$2-20} a year
{p2} (asked|begged) {~folk} to stay away {~when}
(Ambulances|New patients) (are|were) (sent|diverted) to {town2}, {#12-90} kilometres away
(Supplies|Stocks) of {~stuff} gloves ^ (ran out|ran low) {~when}
{p4} (rejected|dismissed) calls {~aim} and (set up|named) an enquiry under a retired {~trade}
(Staff|Unions) ^ (say|complain) that {%8-45} of posts are (vacant|unfilled)
""",
)
TRAIN = Kind(
    name="derailment",
    topic="the derailment",
    bodies="{region} Railways|{town} Rail Union|Trans-{region} Trains",
    roles="railway director|signalman|train driver|accident investigator|transport secretary",
    figures="hurt n 12 140|coaches n 2 9|speed n 60 190|riders n 80 520",
    headlines="{hurt} hurt as train leaves rails near {town}|Train derails outside {town}|{coaches} coaches derail at {town}",
    ledes="""
A (passenger|express|night) train (derailed|left the rails) near {town} on {day}, injuring {hurt} of its {riders} passengers
{coaches} coaches of a train (bound|heading) for {town2} ^ (overturned|jumped the rails) outside {town} on {day} and {hurt} people were hurt
{hurt} passengers (needed|received) treatment after {~cause} ^ threw a train off the track at {town} on {day}
(Rescuers|Firefighters) (cut|freed) {hurt} injured passengers from {coaches} (wrecked|crushed) coaches near {town} on {day}
""",
    body="""
The train was (travelling|running) at {speed} kilometres an hour when it ^ (hit|reached) {~detail}
(Coach|Carriage) number {#2-9} (came to rest|stopped) {~where}, its {~part} (torn|bent)
{p3} ^ (braked|pulled the lever) {~when}, (records|data) from the cab (show|showed)
The line, opened in {year}, (carries|handles) {#12-90} trains a day between {town2} and {region}
A signal {~where} ^ (showed|had shown) {~colour} for {#4-50} minutes
{body} (hired|ordered) {#5-40} buses, and (travellers|commuters) (queued|waited) {~where}
{p4} (cancelled|cut short) a (trip|visit) to {country2} and (reached|came to) the (scene|site) {~when}
(Repairs|Work) on {#200-900} metres of track (would|could) take {#3-30} {~span}
(Thieves|Vandals) ^ (stole|took) {~metal} cable {~where} {~time-ago}
{p4} and {p1} (walked|inspected) the track with {~folk}
A {~kin} of one (passenger|victim), a {~trade} from {town2}, (heard|saw) the (crash|impact) from {~where}
(Cranes|Diggers) (lifted|moved) the (first|last) coach {~when}
An audit in {year} ^ (counted|listed) {#20-300} (worn|cracked) rails in {region}
{~folk} (gave|brought) {~drink} and blankets to the (stranded|shaken) passengers {~where}
""",
)
