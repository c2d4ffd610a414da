using Dapper;

namespace CrimeInsight.Data.Queries;

/// <summary>SQL that yields <see cref="CellRow"/>s.</summary>
internal sealed record CompiledQuery(string Sql, DynamicParameters Parameters, QuerySource Source);
