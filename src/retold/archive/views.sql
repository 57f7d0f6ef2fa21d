-- The flat tables of a stored trace; `columns.py` says what each holds and `flat.py` gives the same from Python.
-- The tables as they are stored, with their structs, stand in the schema "stored".

CREATE VIEW names AS
SELECT id AS node, coalesce(nullif(outlet, ''), nullif(title, ''), id) AS name, text AS words FROM stored.articles;

CREATE VIEW articles AS
SELECT id, coalesce(nullif(outlet, ''), nullif(title, ''), id) AS name, outlet, title,
       published.stamp AS published, updated.stamp AS updated, byline, language, url,
       length(text) AS characters, text
FROM stored.articles;

CREATE VIEW stories AS
SELECT s.id, len(s.articles) AS articles, len(s.families) AS reports, len(l.origins) AS origins,
       l.origins_range.f0 AS origins_low, l.origins_range.f1 AS origins_high, s.cohesion
FROM stored.stories s LEFT JOIN stored.lineages l ON l.story = s.id AND l.number = 0;

CREATE VIEW versions AS
SELECT story, report, article, n.name
FROM (SELECT story, report, unnest(family) AS article
      FROM (SELECT id AS story, unnest(families) AS family, generate_subscripts(families, 1) AS report
            FROM stored.stories))
LEFT JOIN names n ON n.node = article;

CREATE VIEW nodes AS
SELECT t.story, t.number AS lineage, t.node.id AS id,
       CASE WHEN t.node.seen THEN n.name ELSE t.node.name END AS name,
       t.node.seen AS seen, t.node.support AS support,
       coalesce(list_contains(l.origins, t.node.id), false) AS origin
FROM stored.nodes t
LEFT JOIN stored.lineages l ON l.story = t.story AND l.number = t.number
LEFT JOIN names n ON n.node = t.node.id;

CREATE VIEW derivations AS
SELECT t.story, t.number AS lineage, t.derivation.source || '→' || t.derivation.copy AS id,
       t.derivation.source AS source, s.name AS source_name,
       t.derivation.copy AS copy, c.name AS copy_name,
       t.derivation.directed AS directed, t.derivation.support AS support,
       len(t.derivation.passages) AS passages
FROM stored.derivations t
LEFT JOIN nodes s ON s.story = t.story AND s.lineage = t.number AND s.id = t.derivation.source
LEFT JOIN nodes c ON c.story = t.story AND c.lineage = t.number AND c.id = t.derivation.copy;

CREATE VIEW statements AS
SELECT s.id, s.article, n.name, s.kind, s.manner,
       CASE WHEN len(s.speakers) > 0 THEN s.speakers[1].name END AS speaker,
       CASE WHEN len(s.addressees) > 0 THEN s.addressees[1].name END AS addressee,
       s."when" AS day, s.support,
       array_to_string(list_transform(s.content,
           lambda x: substring(n.words, x.start + 1, x."end" - x.start)), ' … ') AS words
FROM stored.statements s LEFT JOIN names n ON n.node = s.article;

CREATE VIEW parties AS
SELECT p.statement, p.role, p.number, p.article, p.party.name AS name, p.party.support AS support,
       p.party.mention.start AS start_char, p.party.mention."end" AS end_char,
       substring(n.words, p.party.mention.start + 1, p.party.mention."end" - p.party.mention.start) AS words
FROM (SELECT id AS statement, 'speaker' AS role, article,
             unnest(speakers) AS party, generate_subscripts(speakers, 1) AS number FROM stored.statements
      UNION ALL
      SELECT id, 'addressee', article, unnest(addressees), generate_subscripts(addressees, 1)
      FROM stored.statements) p
LEFT JOIN names n ON n.node = p.article;

CREATE VIEW changes AS
SELECT c.id, c.story, c.derivation,
       c.source, coalesce(ns.name, us.name) AS source_name,
       c.copy, coalesce(nc.name, uc.name) AS copy_name, c.directed,
       c.kind, c.detail, c.weight, c.before, c.after, c.support
FROM stored.changes c
LEFT JOIN names ns ON ns.node = c.source
LEFT JOIN names nc ON nc.node = c.copy
LEFT JOIN (SELECT id, any_value(name) AS name FROM nodes WHERE NOT seen AND lineage = 0 GROUP BY id) us ON us.id = c.source
LEFT JOIN (SELECT id, any_value(name) AS name FROM nodes WHERE NOT seen AND lineage = 0 GROUP BY id) uc ON uc.id = c.copy;

CREATE VIEW claims AS
SELECT c.id, c.kind, c.statement, s.speaker, len(c.carriers) AS carriers, len(c.variants) AS readings,
       len(c.origins) AS origins, c.origins_range.f0 AS origins_low, c.origins_range.f1 AS origins_high, c.support
FROM stored.claims c LEFT JOIN statements s ON s.id = c.statement;

CREATE VIEW carriers AS
SELECT c.claim, c.reading_number, c.reading, c.span.article AS article, n.name,
       c.span.start AS start_char, c.span."end" AS end_char,
       coalesce(substring(n.words, c.span.start + 1, c.span."end" - c.span.start), '') AS words
FROM (SELECT claim, number AS reading_number, variant.reading AS reading, unnest(variant.carriers) AS span
      FROM (SELECT id AS claim, unnest(variants) AS variant, generate_subscripts(variants, 1) AS number
            FROM stored.claims)
      UNION ALL
      SELECT id, 0, NULL, unnest(list_filter(carriers,
          lambda s: NOT list_contains(flatten(list_transform(variants, lambda v: v.carriers)), s)))
      FROM stored.claims) c
LEFT JOIN names n ON n.node = c.span.article;

CREATE VIEW places AS
SELECT p.finding, p.role, p.number, p.span.article AS article,
       p.span.start AS start_char, p.span."end" AS end_char,
       coalesce(substring(n.words, p.span.start + 1, p.span."end" - p.span.start), '') AS words
FROM (SELECT id AS finding, 'source' AS role, unnest(source_spans) AS span,
             generate_subscripts(source_spans, 1) AS number FROM stored.changes
      UNION ALL
      SELECT id, 'copy', unnest(copy_spans), generate_subscripts(copy_spans, 1) FROM stored.changes
      UNION ALL
      SELECT id, 'content', unnest(content), generate_subscripts(content, 1) FROM stored.statements
      UNION ALL
      SELECT id, 'cue', cue, 1 FROM stored.statements WHERE cue IS NOT NULL
      UNION ALL
      SELECT id, 'occasion', occasion, 1 FROM stored.statements WHERE occasion IS NOT NULL) p
LEFT JOIN names n ON n.node = p.span.article;

CREATE VIEW evidence AS
SELECT finding, thing, story, reason.kind AS kind, reason.weight AS weight, reason.words AS words
FROM (SELECT node.id AS finding, 'node' AS thing, story, unnest(node.evidence) AS reason
      FROM stored.nodes WHERE number = 0
      UNION ALL
      SELECT derivation.source || '→' || derivation.copy, 'derivation', story, unnest(derivation.evidence)
      FROM stored.derivations WHERE number = 0
      UNION ALL
      SELECT id, 'change', story, unnest(evidence) FROM stored.changes
      UNION ALL
      SELECT id, 'claim', CASE WHEN len(stories) > 0 THEN stories[1] END, unnest(evidence) FROM stored.claims);

CREATE VIEW passages AS
SELECT p.story, p.a, na.name AS a_name, p.passage.a.start AS a_start, p.passage.a."end" AS a_end,
       p.b, nb.name AS b_name, p.passage.b.start AS b_start, p.passage.b."end" AS b_end,
       p.passage.kind AS kind, p.passage.score AS score,
       coalesce(substring(na.words, p.passage.a.start + 1, p.passage.a."end" - p.passage.a.start), '') AS words
FROM (SELECT story, a, b, unnest(passages) AS passage FROM stored.alignments) p
LEFT JOIN names na ON na.node = p.a
LEFT JOIN names nb ON nb.node = p.b;

CREATE VIEW furniture AS
SELECT f.span.article AS article, n.name, f.reason, f.span.start AS start_char, f.span."end" AS end_char,
       coalesce(substring(n.words, f.span.start + 1, f.span."end" - f.span.start), '') AS words
FROM stored.furniture f LEFT JOIN names n ON n.node = f.span.article;

CREATE VIEW set_aside AS SELECT "where" AS place, why, cure FROM stored.set_aside;

-- Nested by nature, and so as they are stored: the blocks of an alignment, the origins of a lineage.
CREATE VIEW alignments AS SELECT * FROM stored.alignments;
CREATE VIEW lineages AS SELECT * FROM stored.lineages;
