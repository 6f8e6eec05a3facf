-- What what_if.py wrote, as views of DuckDB. The variable `plans` says where: 'FOLDER/*.parquet'. report.py prints them.

-- By city and rules, for ten thousand families, as the newspaper counts: who brings the marriage or the divorce
-- certificate, and how many trips, papers and sheets.
CREATE OR REPLACE TEMP VIEW plan AS
SELECT *, list_has_any([d.document FOR d IN bring], ['marriage-certificate', 'divorce-certificate']) AS certificate
FROM read_parquet(getvariable('plans'));

CREATE OR REPLACE TEMP VIEW by_city AS
SELECT city, rules, count(*) AS families, count(error) AS errors,
       round(10000 * avg(certificate::INT))::INT AS certificates,
       round(10000 * avg(trips))::INT AS trips,
       round(10000 * avg(papers))::INT AS papers,
       round(10000 * avg(sheets))::INT AS sheets
FROM plan GROUP BY ALL;

-- The same, and what is saved against the rules before.
CREATE OR REPLACE TEMP VIEW saved AS
SELECT city, rules, families, errors, certificates, trips, papers, sheets,
       first(trips) OVER of_city - trips AS trips_saved,
       first(papers) OVER of_city - papers AS papers_saved,
       first(sheets) OVER of_city - sheets AS sheets_saved
FROM by_city
WINDOW of_city AS (PARTITION BY city ORDER BY list_position(['before', 'today', 'supposed'], rules)
                   ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)
ORDER BY list_position(['yiwu', 'ruian', 'wenling'], city), list_position(['before', 'today', 'supposed'], rules);

-- Whom the supposition helps: families that bring a certificate today and would not.
CREATE OR REPLACE TEMP VIEW helped AS
SELECT today.city, today.origin, count(*) AS families,
       count(*) FILTER (today.certificate) AS bring_today,
       count(*) FILTER (supposed.certificate) AS would_bring,
       sum(today.sheets - supposed.sheets)::BIGINT AS sheets_saved
FROM plan AS today JOIN plan AS supposed USING (birth)
WHERE today.rules = 'today' AND supposed.rules = 'supposed'
GROUP BY ALL ORDER BY ALL;
