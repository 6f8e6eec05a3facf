// Whether the tables on the server are as the migrations make them.
#include "postgresql/connection.hpp"
#include "postgresql/expected_schema.hpp"

#include <algorithm>
#include <set>
#include <string>

namespace birthcase::store::postgresql {
namespace {

// Everything in the store's schema, a line each: what it is, what it is called, and how it is. Constraints that say
// `NOT NULL` stand with their columns: not every version of the server has them apart.
constexpr std::string_view everything = R"sql(
WITH ours AS (SELECT c.oid, c.relname, c.relkind, c.relrowsecurity, c.relforcerowsecurity, c.relpersistence,
  c.relacl
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = 'birthcase')
SELECT 'relation ' || relname || ': ' || relkind::text || CASE WHEN relrowsecurity THEN ' row security' ELSE '' END
    || CASE WHEN relforcerowsecurity THEN ' forced' ELSE '' END
    || CASE WHEN relpersistence = 'p' THEN '' ELSE ' not logged' END
    || CASE WHEN EXISTS (SELECT 1 FROM pg_sequence s WHERE s.seqrelid = oid AND (s.seqtypid <> 'bigint'::regtype
         OR s.seqstart <> 1 OR s.seqincrement <> 1 OR s.seqmin <> 1 OR s.seqmax <> 9223372036854775807
         OR s.seqcache <> 1 OR s.seqcycle)) THEN ' counting otherwise' ELSE '' END
  FROM ours WHERE relkind NOT IN ('i', 'I', 't')
UNION ALL
SELECT 'column ' || o.relname || '.' || a.attname || ': ' || format_type(a.atttypid, a.atttypmod)
    || CASE WHEN a.attnotnull THEN ' NOT NULL' ELSE '' END || coalesce(' DEFAULT ' || pg_get_expr(d.adbin, d.adrelid), '')
    || CASE WHEN a.attidentity <> '' THEN ' IDENTITY ' || a.attidentity::text ELSE '' END
    || CASE WHEN a.attgenerated <> '' THEN ' GENERATED' ELSE '' END || coalesce(' COLLATE ' || l.collname, '')
    || CASE WHEN a.attstattarget >= 0 THEN ' STATISTICS ' || a.attstattarget ELSE '' END
  FROM ours o JOIN pg_attribute a ON a.attrelid = o.oid AND a.attnum > 0 AND NOT a.attisdropped
  LEFT JOIN pg_attrdef d ON d.adrelid = o.oid AND d.adnum = a.attnum
  LEFT JOIN pg_collation l ON l.oid = a.attcollation
  WHERE o.relkind = 'r'
UNION ALL
SELECT 'index ' || i.relname || ': ' || pg_get_indexdef(x.indexrelid)
    || CASE WHEN x.indisvalid AND x.indisready THEN '' ELSE ' INVALID' END
  FROM ours o JOIN pg_index x ON x.indrelid = o.oid JOIN pg_class i ON i.oid = x.indexrelid WHERE o.relkind = 'r'
UNION ALL
SELECT 'constraint ' || o.relname || '.' || c.conname || ': ' || pg_get_constraintdef(c.oid)
  FROM ours o JOIN pg_constraint c ON c.conrelid = o.oid WHERE c.contype <> 'n'
UNION ALL
SELECT 'trigger ' || CASE WHEN t.tgisinternal THEN 'of a constraint on ' ELSE t.tgname || ' on ' END || o.relname
    || CASE WHEN t.tgisinternal THEN ', switched off' ELSE '' END
  FROM ours o JOIN pg_trigger t ON t.tgrelid = o.oid WHERE NOT t.tgisinternal OR t.tgenabled <> 'O'
UNION ALL
SELECT 'rule ' || r.rulename || ' on ' || o.relname FROM ours o JOIN pg_rewrite r ON r.ev_class = o.oid
  WHERE o.relkind = 'r'
UNION ALL
SELECT 'policy ' || p.polname || ' on ' || o.relname FROM ours o JOIN pg_policy p ON p.polrelid = o.oid
UNION ALL
SELECT 'table that inherits from ' || o.relname FROM ours o JOIN pg_inherits h ON h.inhparent = o.oid
  WHERE o.relkind = 'r'
UNION ALL
SELECT 'mark ' || application || ' ' || version || ', rows: ' || count(*) FROM store GROUP BY application, version
UNION ALL
SELECT 'function ' || p.proname FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
  WHERE n.nspname = 'birthcase'
UNION ALL
SELECT 'sample of ' || tablename || '.' || attname FROM pg_stats
  WHERE schemaname = 'birthcase' AND (tablename = 'personal_texts' AND attname IN ('salt', 'text')
    OR tablename = 'births' AND attname IN ('day', 'mother'))
UNION ALL
SELECT 'sample of several columns of ' || o.relname FROM ours o JOIN pg_statistic_ext e ON e.stxrelid = o.oid
UNION ALL
SELECT 'grant to everybody on ' || o.relname FROM ours o, aclexplode(o.relacl) g WHERE g.grantee = 0
UNION ALL
SELECT 'grant to everybody on ' || o.relname || '.' || a.attname
  FROM ours o JOIN pg_attribute a ON a.attrelid = o.oid, aclexplode(a.attacl) g WHERE g.grantee = 0
UNION ALL
SELECT 'grant to everybody on the schema' FROM pg_namespace n, aclexplode(n.nspacl) g
  WHERE n.nspname = 'birthcase' AND g.grantee = 0
UNION ALL
SELECT 'publication of ' || tablename FROM pg_publication_tables WHERE schemaname = 'birthcase'
UNION ALL
SELECT 'view that reads ' || o.relname FROM ours o
  JOIN pg_depend d ON d.refclassid = 'pg_class'::regclass AND d.refobjid = o.oid AND d.classid = 'pg_rewrite'::regclass
  JOIN pg_rewrite r ON r.oid = d.objid JOIN pg_class v ON v.oid = r.ev_class
  WHERE v.relkind IN ('v', 'm') AND v.relnamespace <> 'birthcase'::regnamespace)sql";

// Of what somebody planted only what kind of thing it is: its name can be anything.
std::string kind_of(std::string_view line) { return std::string(line.substr(0, line.find(' '))); }

}  // namespace

Result<void> Connection::check_schema(std::vector<Break>& breaks) {
  const auto found = texts(everything);
  if (!found) return found.error();
  const std::set<std::string, std::less<>> kept(found->begin(), found->end());
  const auto made = expected_schema();
  for (const std::string_view line : made) {
    if (kept.contains(line)) continue;
    breaks.push_back({{}, 0, "expected to be as this library makes it: " + std::string(line), "schema"});
  }
  for (const std::string& line : kept) {
    if (std::find(made.begin(), made.end(), line) != made.end()) continue;
    breaks.push_back({{}, 0, "the schema has a " + kind_of(line) + " that this library does not make", "schema"});
  }
  return {};
}

}  // namespace birthcase::store::postgresql
