"""Kinds of events among the powerful: talks, calls, election, budget, strike, visit."""

from __future__ import annotations

from tests.storyteller.kinds import Kind

TALKS = Kind(
    name="talks",
    topic="the border question",
    bodies="{country} Foreign Ministry|{region} Border Commission|{country} Peace Council",
    roles="foreign minister|chief negotiator|peace envoy|army general|opposition leader",
    figures="points n 3 17|troops n 200 6000|aid usd 6 90|rounds n 2 9",
    headlines="{country} and {country2} sign border agreement|Troops to leave {river} border|{country}, {country2} agree {points} points",
    ledes="""
{country} and {country2} (agreed|decided) on {day} to (withdraw|pull back) {troops} soldiers from the {river} border after talks in {town}
(Envoys|Negotiators) of {country} and {country2} ^ (signed|initialled) a {points}-point (plan|paper) on the {river} border in {town} on {day}
After {rounds} rounds of talks in {town}, {country} and {country2} ^ (settled|ended) their dispute over the {river} on {day}
{country} will (remove|recall) {troops} troops from the {river} under {points} points (accepted|approved) by {country2} on {day}
""",
    body="""
The (document|text) ^ (provides|allows) for {aid} in aid and (joint|shared) (patrols|checkpoints) {~where}
{p2} (read|handed over) the (final|last) (version|draft) {~when} in a {~adj} {~room}
(Shelling|Gunfire) ^ (continued|was heard) {~where} {~when}, but (neither side|nobody) (claimed|took) responsibility
The two (states|neighbours) (fought|went to war) over the {river} in {year}
{p4} ^ (opposed|objected to) {#2-9} of the {points} points until {~when}
A (map|chart) with {~colour} lines (was|lay) {~where}, and {~trade}s (copied|guarded) it
(Observers|Monitors) from {~agency} (will|are to) (arrive|deploy) {~when}
(Prisoners|Detainees) (could|will) be (exchanged|released) {~when}, {#12-90} from each side
{p5} (called|described) the text a {~adj} {~big-noun} and (left|walked out of) parliament
{#3000-9000} (refugees|villagers) from {region} ^ (hope|want) to (return|go home) before {~season}
The {rounds} (rounds|sessions) (cost|swallowed) {$2-20}, (mostly|chiefly) for {~detail}
(Trade|Traffic) across the {river} ^ (fell|dropped) by {%10-85} during the dispute
(Aides|Advisers) of {p1} (spoke|complained) of {~worry} {~where}
(Fishing|Grazing) rights {~where} (remain|stay) (open|unsettled) and go to {~agency}
""",
)
CALLS = Kind(
    name="calls",
    topic="the alliance",
    bodies="{country} Presidency|{country} Defence Council|{country2} Chancellery",
    roles="army commander|prime minister|party leader|defence minister|movement leader",
    figures="calls n 2 8|minutes n 15 95|grain n 20 900|pledge usd 4 85",
    headlines="{country} leaders speak with {country2} after victory|Calls between {country} and {country2}|{country} renews pledge to {country2}",
    ledes="""
In {calls} (separate|different) telephone calls on {day}, leaders of {country} and {country2} ^ (renewed|confirmed) their alliance after the fighting near {town}
The leaders of {country} and {country2} (spoke|talked) for {minutes} minutes on {day} about the (future|security) of {region}
{country} ^ (offered|promised) {country2} help worth {pledge} in {calls} calls (made|held) on {day}
{minutes} minutes on the telephone (were|proved) enough on {day} for {country} to ^ (back|support) its ally {country2} over {region}
""",
    body="""
The {calls} calls (followed|came after) {#3-40} days of fighting {~where}
{p1} (congratulated|praised) the people of {region} on their {~virtue}
(Ships|Convoys) with {grain} tonnes of grain (left|sailed from) {town2} {~when}
{p3} and {p5} ^ (had|have) not spoken since {year}, when {~cause} (divided|parted) them
A (truce|ceasefire) ^ (took hold|began) {~when} with the help of {~agency}
The (line|connection) ^ (broke|failed) {#2-9} times because of {~weather}, an (aide|assistant) recalled
(Camps|Villages) near {town2} ^ (took in|sheltered) {#900-9000} people during the fighting
{p2} (thanked|praised) {p4} for {~detail} (sent|delivered) {~when}
(Engineers|Sappers) (will|are to) {~act} the {~part} of the {~place} in {town}
The alliance (dates|goes back) to {year}, when {country} ^ lent {country2} {$3-60}
(Diplomats|Envoys) from {#4-30} states ^ (urged|wanted) {~virtue} and {~virtue}
(Crowds|Families) (danced|lit candles) {~where} when the (news|word) (reached|came to) {town}
{body} ^ (keeps|maintains) {#2-9} (offices|posts) in {region}, staffed by {~folk}
(Newspapers|Radio stations) in {town2} (printed|carried) a {~adj} {~paperwork} of the calls
""",
)
ELECTION = Kind(
    name="election",
    topic="the election",
    bodies="{region} Electoral Commission|{country} Liberal Union|{town} Citizens' List",
    roles="election officer|party chairwoman|mayor-elect|rival candidate|polling clerk",
    figures="share pc 38 61|votes n 9000 98000|turnout pc 44 83|seats n 7 48",
    headlines="{p1last} wins {town} vote with {share}|Upset in {town} election|{town} votes for change",
    ledes="""
{p3} ^ won the election in {town} on {day} with {share} of the vote, (ending|breaking) {#11-40} years of rule by one party
(Voters|Citizens) in {town} ^ gave {share} of their ballots to {p3} on {day}, the {region} commission (said|announced)
{p3} will (lead|govern) {town} after (taking|winning) {votes} votes in an election on {day} in which turnout ^ (reached|hit) {turnout}
With {votes} votes and {seats} council seats, {p3} ^ (swept|carried) the {town} election on {day}
""",
    body="""
Turnout ^ (stood at|reached) {turnout}, (against|compared with) {%30-60} (last time|four years earlier)
{p4} ^ (lost|gave up) {#2-9} seats, (mostly|above all) {~where}
The (winner|new council) (will|must) (take|assume) office {~when} with {seats} seats
(Ballots|Papers) from {#3-40} polling stations ^ (were|had to be) counted again {~when}
A (queue|line) of {~folk} (formed|stood) {~where} {~when}
{p2} (danced|sang) with {~folk} {~where} after the (result|count)
(Posters|Leaflets) of {p4} ^ (were|had been) torn from {~detail} {~time-ago}
The campaign (turned on|was about) {~worry}, {~cause} and the price of {~stuff}
{body} (spent|paid) {$2-9} on {~detail}, (more than|twice as much as) in {year}
{~agency} ^ (received|logged) {#12-80} complaints, (chiefly|mostly) about {~cause}
(Young|First-time) voters ^ (made up|formed) {%6-30} of the electorate
{p5} (sealed|carried) the last {~colour} box to the {~room} {~when}
A (poll|survey) {~time-ago} ^ had (seen|put) {p4} {%2-12} ahead
The (council|chamber) has been (deadlocked|split) over {~detail} since {year}
""",
)
BUDGET = Kind(
    name="budget",
    topic="the budget",
    bodies="{region} Treasury|{town} City Council|{country} Court of Auditors",
    roles="finance minister|council leader|budget spokesman|chief auditor|taxpayers' champion",
    figures="sum usd 12 98|gap usd 2 30|ayes n 24 190|noes n 11 160|rise pc 2 9",
    headlines="{town} passes {sum} budget|Narrow vote on {town} budget|Tax to rise by {rise} in {town}",
    ledes="""
The {town} assembly ^ (passed|adopted) a budget of {sum} on {day} by {ayes} votes to {noes}, (raising|lifting) property tax by {rise}
By {ayes} votes to {noes}, members in {town} (approved|accepted) {sum} of spending on {day} and ^ (closed|left) a gap of {gap}
Property tax in {town} will (rise|go up) by {rise} after the assembly (voted|decided) on {day} for a budget of {sum}
A budget of {sum} ^ (survived|scraped through) in {town} on {day}, (backed|supported) by {ayes} members against {noes}
""",
    body="""
The (debate|session) (lasted|ran for) {#7-22} hours and (ended|closed) {~when} in a {~adj} {~room}
(Spending|Money) for {~field} ^ (falls|drops) by {%3-25}, while {~field} (gains|gets) {$2-9}
{p2} ^ (found|needed) {#2-9} (votes|allies) from {~folk} {~when}
{#40-900} {~group} (marched|protested) {~where} with {~detail}
The gap of {gap} (stems|results) from {~cause} and {~worry}
(Fees|Charges) for {~detail} (will|are to) (double|rise) {~when}
{p4} ^ (counted|listed) {#3-30} (errors|gaps) in the {~adj} {~paperwork}
A (library|swimming bath) {~where} (will|must) close unless {~agency} (pays|lends) {$2-9}
{p3} (tore|folded) a copy {~where} and (walked|stormed) out
(Interest|Repayments) on loans of {year} ^ (swallows|eats up) {%4-30} of (income|receipts)
(Economists|Bankers) in {town2} ^ (doubt|question) whether {~crop} prices will (recover|rise)
{p5} (gathered|collected) {#900-9000} signatures {~aim}
Grants for {~hobby} clubs (stay|remain), (after|thanks to) {~folk}
(Salaries|Wages) of {~trade}s (rise|grow) by {%1-6} {~when}
""",
)
STRIKE = Kind(
    name="strike",
    topic="the strike",
    bodies="{region} Dockers' Union|{town} Transport|{town} Port Company",
    roles="union leader|port manager|labour mediator|shop steward|employment minister",
    figures="men n 240 8200|raise pc 4 18|days n 2 29|ships n 5 48",
    headlines="{men} walk out at {town} port|Strike halts {town} port|{town} dockers demand {raise}",
    ledes="""
{men} dockers ^ walked out in {town} on {day}, (stranding|holding up) {ships} ships and (demanding|seeking) a rise of {raise}
A strike by {men} dockers ^ (closed|halted) the port of {town} on {day} after talks on a {raise} pay rise (failed|broke down)
{ships} ships lay idle (off|outside) {town} on {day} as {men} workers (began|started) a {days}-day strike
Dockers in {town} (voted|decided) on {day} to (stay|remain) on strike for {days} days (unless|until) they get {raise} more
""",
    body="""
(Pickets|Strikers) (stood|gathered) {~where} with {~drink} and {~detail}
{p2} ^ (offered|proposed) {%1-6} and (shorter|fewer) night shifts {~when}
(Cargoes|Loads) of {~crop} and {~stuff} ^ (rotted|spoiled) {~where}
The port (handles|moves) {#12-90} million tonnes a year and (employs|feeds) {#900-9000} families
{p3} (shuttled|went) between {#2-9} {~room}s {~when} with a {~adj} {~paperwork}
The last (strike|walkout) in {year} ^ (lasted|went on for) {#11-60} days
{body} (loses|is losing) {$2-9} a day, ^ (chiefly|mainly) on {~stuff}
(Lorries|Trucks) (queued|waited) for {#3-20} kilometres {~where}
(Police|Officers) ^ (arrested|detained) {#2-30} people {~where} after {~detail} was thrown
{p4} (collected|handed out) {$2-5} from a strike fund (set up|founded) in {year}
(Shops|Cafes) {~where} (gave|sold) {~drink} to {~folk}
A court in {town2} (will|is to) (hear|decide) {~when} whether the ballot was (valid|fair)
{p5} ^ (threatened|considered) to send {~folk} {~where}
(Employers|Exporters) in {region} ^ (fear|expect) {~worry} {~when}
""",
)
