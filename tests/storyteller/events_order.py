"""Kinds of events of law, money, sport and science: court, doping, raid, company, discovery, prize."""

from __future__ import annotations

from tests.storyteller.kinds import Kind

COURT = Kind(
    name="court",
    topic="the ruling",
    bodies="{region} Court of Appeal|{town} District Court|{country} Constitutional Court",
    roles="presiding judge|defence lawyer|prosecutor|former treasurer|law professor",
    figures="years n 3 19|fine usd 2 60|counts n 4 38|appeal n 14 60",
    headlines="Former treasurer jailed for {years} years|Court in {town} rules on missing millions|{years} years for fraud in {town}",
    ledes="""
A court in {town} ^ (jailed|imprisoned) {p4} for {years} years on {day} for (taking|stealing) {fine} from {~agency}
{p4} was (found guilty|convicted) on {counts} counts of fraud in {town} on {day} and ^ (given|handed) {years} years in prison
(Judges|The court) in {town} (ordered|told) {p4} on {day} to repay {fine} and ^ serve {years} years
{years} years in prison and a fine of {fine}: that was the (sentence|ruling) on {p4} in {town} on {day}
""",
    body="""
The (trial|case) (opened|began) in {~season} and (heard|called) {#20-200} witnesses {~where}
{p3} had (asked|called) for {#5-25} years and ^ (produced|showed) {~detail}
(Money|Cash) ^ (flowed|went) through {#3-30} accounts in {country2} to (pay|buy) {~detail}
{p2} ^ (has|had) {appeal} days to (appeal|lodge an appeal) and (left|walked) {~where} without a word
A {~trade} ^ (found|discovered) the (gap|hole) {~when} in {~detail}
{p4} (sat|stood) {~when} with a {~colour} {~object} and (showed|betrayed) no (emotion|regret)
The (law|statute) of {year} ^ (allows|provides for) up to {#12-30} years
{p1} (read|spoke) for {#2-9} hours in a {~adj} {~room}
{~agency} (lost|wrote off) {$2-30} and ^ (sold|gave up) {~detail}
(Relatives|Former colleagues) (wept|whispered) {~where}
A (search|raid) {~where} in {year} ^ (uncovered|turned up) {#20-300} letters and a {~metal} {~object}
{p5} ^ (expects|foresees) {#2-9} more (trials|cases) {~when}
(Pensions|Savings) of {#200-9000} {~group} ^ (vanished|were lost) with the (fund|scheme)
The (verdict|finding) (fills|runs to) {#90-900} pages, (many|most) about {~cause}
""",
)
DOPING = Kind(
    name="doping",
    topic="the ban",
    bodies="{country} Cycling Federation|{region} Athletics League|{country} Rowing Union",
    roles="sprint champion|team doctor|federation president|national coach|laboratory head",
    figures="ban n 2 8|samples n 3 24|medals n 2 14|sum usd 2 12",
    headlines="Champion banned for {ban} years|Doping ban ends career in {town}|{body} strips {medals} medals",
    ledes="""
{p1} was (banned|suspended) for {ban} years on {day} after {samples} samples ^ (tested|came back) positive, {body} said
{body} ^ (stripped|deprived) {p1} of {medals} medals on {day} over {samples} positive (samples|tests)
A panel in {town} (barred|excluded) {p1} from the sport for {ban} years on {day} because of {samples} ^ doped samples
{medals} medals and {ban} years: {p1} ^ (lost|forfeited) both on {day} when a doping panel in {town} (ruled|sat)
""",
    body="""
The (substance|drug), (used|known) for treating {~beast}, ^ (was found|turned up) in {~detail}
{p2} ^ (ordered|bought) it from {country2} {~time-ago} as {~stuff}
(Testers|Officers) (called|rang) {~when} at a {~adj} {~room} in {town2}
{p5} (opened|checked) the second flask {~when} {~where}
(Sponsors|Backers) (withdrew|froze) {sum} and (asked|demanded) {~detail} back
{p1} (won|took) the title of {town} in a record {#9-58} seconds
(Team-mates|Rivals) ^ (knew|suspected) {~when}, a (diary|letter) (suggests|shows)
{p4} (resigned|stepped down) {~when} and ^ (moved|left) for {country2}
The (code|rule book) of {year} (demands|sets) {#2-9} years for a second offence
{p3} (wants|plans) to test {%20-90} of (athletes|riders) {~when}
(Fans|Followers) (burnt|left) {~colour} scarves {~where}
{~agency} ^ (paid|spent) {$2-9} on (new|better) tests {~time-ago}
The (races|games) in {region} (go|went) ahead {~when} with {#40-300} (starters|entrants)
(Samples|Flasks) from {year} (will|are to) be tested again by {~folk}
""",
)
RAID = Kind(
    name="raid",
    topic="the raid",
    bodies="{region} Police|{country} Customs Service|{town} Prosecutor's Office",
    roles="police superintendent|customs inspector|district prosecutor|defence counsel|barge owner",
    figures="held n 4 47|kilos n 60 3800|value usd 2 90|doors n 5 40",
    headlines="{held} held in {town} smuggling raid|Police seize {kilos} kilos in {town}|Dawn raids across {region}",
    ledes="""
Police (arrested|detained) {held} people in {town} on {day} and ^ (seized|found) {kilos} kilos of smuggled tobacco worth {value}
{kilos} kilos of ^ smuggled tobacco (were|was) (seized|taken) in raids on {doors} (addresses|houses) in {town} on {day}
(Officers|Detectives) (stormed|searched) {doors} (buildings|properties) around {town} on {day}, (holding|arresting) {held} (suspects|people)
A ring that ^ (brought|shipped) tobacco worth {value} through {town} was broken up on {day} with {held} arrests
""",
    body="""
(Dogs|Sniffer dogs) ^ (led|took) them to {~detail} {~where}
The (tobacco|cargo) ^ (came|arrived) by {~vehicle} from {country2}, hidden (under|among) {~stuff}
{p1} (watched|directed) the operation from {~where} {~when}
(Neighbours|Residents) ^ (noticed|heard) a {~vehicle} {~when} and {~often} {~weather}
{#2-9} of those held ^ (are|were) {~trade}s, one a former {~trade}
{p2} (weighed|counted) the (load|find) {~when} with {~folk}
(Cash|Banknotes) worth {$2-9} ^ (lay|was) (hidden|sewn) in {~detail}
(A judge|The court) will (decide|rule) {~when} who (stays|remains) in custody
{p4} ^ (saw|visited) {#2-9} of the (suspects|detainees) {~where}
The ring ^ (worked|operated) from a {~room} {~where} since {year}
{p5} ^ (rented|lent) a {~vehicle} to a {~trade} {~time-ago}
(Shots|A shot) ^ (were|was) heard {~where}, but (nobody|no one) was hurt
(Officers|Units) from {town2} and {country2} (shared|gave) {~detail} {~time-ago}
(Smuggling|The trade) (costs|robs) {country} {$20-95} a year in tax
""",
)
COMPANY = Kind(
    name="company",
    topic="the closure",
    bodies="{street} Ceramics|{region} Steel|{town} Mills|{street} and {town} Shipyards",
    roles="chief executive|finance director|works convener|market analyst|regional minister",
    figures="profit usd 4 96|fall pc 6 58|jobs n 110 4200|sales pc 2 34",
    headlines="{body} profit falls {fall}|{body} to cut {jobs} jobs|{body} shuts {town} plant",
    ledes="""
{body} will (cut|shed) {jobs} jobs after profit ^ (fell|dropped) by {fall} to {profit}, the (firm|company) said on {day}
Profit at {body} ^ (sank|slid) {fall} to {profit}, and {jobs} workers in {town} will lose their jobs, it (announced|emerged) on {day}
{body} (told|informed) {jobs} employees on {day} that their {town} plant would (close|shut) after sales ^ (fell|shrank) by {sales}
{jobs} jobs will go at {body}, which ^ (reported|posted) a profit of {profit} on {day}, {fall} less than a year (ago|earlier)
""",
    body="""
Sales ^ (fell|shrank) by {sales} as {~group} (bought|ordered) less {~stuff}
The (plant|works) {~where} (dates|goes back) to {year} and (makes|turns out) {~detail}
Shares in {body} (fell|lost) {%2-19} {~when} in {town2}
{p3} (addressed|met) {#90-900} workers {~where}, (many|some) {~mood}
(Machines|Presses) worth {$2-30} ^ (will|may) go to {country2} {~when}
{p2} ^ (blamed|cited) {~cause} and the price of {~metal}
The (dividend|payout) ^ (stays|remains) (unchanged|at {#2-60} cents)
{p4} had ^ (expected|forecast) a fall of {%2-15}
(Suppliers|Customers) in {region} ^ (wait|have waited) for {$2-20} {~when}
(Apprentices|Trainees) (will|are to) (finish|complete) their training in {town2}
{p5} (offered|found) {$2-20} {~aim}
A rival from {country2} ^ (wanted|tried) to buy {%20-60} of the shares in {year}
{p1} ^ (received|earned) {$1-5} last year, the {~paperwork} (shows|says)
(Managers|Directors) (will|must) {~act} {~detail} {~when}
""",
)
DISCOVERY = Kind(
    name="discovery",
    topic="the find",
    bodies="University of {town}|{region} Museum|{country} Academy of Science",
    roles="expedition leader|museum curator|radiocarbon expert|landowner|heritage minister",
    figures="graves n 6 90|age n 1200 8800|coins n 140 9000|depth n 2 11",
    headlines="Graves found under {town} field|{age}-year-old tombs unearthed near {town}|{coins} coins found at {town}",
    ledes="""
(Archaeologists|Researchers) ^ (found|uncovered) {graves} graves about {age} years old under a {~crop} field near {town}, they (said|announced) on {day}
{graves} graves and {coins} {~metal} coins have been (found|unearthed) near {town}, the {region} museum (said|announced) on {day}
A {age}-year-old burial ground with {graves} graves ^ (lay|slept) {depth} metres under a field in {town}, it was (revealed|announced) on {day}
{coins} coins (buried|hidden) ^ for {age} years (came|were brought) to light near {town} on {day}
""",
    body="""
A {~trade} ^ (noticed|saw) the first (bones|stones) {~when} while (laying|mending) a {~part}
{p1} (dug|worked) {~when} with {#12-60} (students|volunteers) from {town2}
The (dead|bodies) ^ (wore|carried) {~metal} (rings|pins) and {~colour} beads
{p3} (tested|dated) {#3-40} (teeth|samples) and ^ (arrived at|found) an age of {age} years
(Rain|Ground water) ^ (threatened|reached) the (trench|pit) at {depth} metres {~when}
The (finds|objects) (go|move) to {town2} {~when} in {#20-200} boxes
{p4} ^ (asked|wants) {$2-9} for the (field|land)
(Thieves|Looters) ^ (came|dug) {~when} and (took|broke) {~detail}
A (sword|cup) of {~metal} (bears|shows) (signs|letters) that ^ nobody can (read|explain)
{p2} (plans|prepares) a show {~when} in a {~adj} {~room}
(Traces|Remains) of {~crop} and {~beast} (hint|point) at {~adj} (trade|feasts)
The (dig|season) (cost|used up) {$2-6}, (paid|met) by {~agency}
Nothing (like it|so old) has been found in {region} since {year}
A (road|bypass) (planned|drawn) {~where} (must|will) now (bend|wait)
""",
)
