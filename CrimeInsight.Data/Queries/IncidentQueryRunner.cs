using System.Globalization;
using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Queries;
using CrimeInsight.Core.Reference;
using CrimeInsight.Data.Connections;
using Dapper;
using Microsoft.Extensions.Options;
using Npgsql;

namespace CrimeInsight.Data.Queries;

/// <summary>Runs semantic queries: as the person, on one snapshot, with a time limit, remembering results.</summary>
internal sealed class IncidentQueryRunner(
    NpgsqlDataSource dataSource, IReferenceDataReader references, PopulationReader populations, PersonScopes scopes, QueryResultCache cache,
    IOptions<PrivacyOptions> privacy) : IIncidentQueryRunner
{
    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(30);

    // The planner cannot know how many rows the row-level rule lets through and guesses next to none, for which it would
    // sort them all; without sorting it groups by hashing.
    private const string ScopeSql = """
        SET LOCAL enable_sort = off;

        SELECT s.data_version,
               s.minimum_total,
               ARRAY(
                   SELECT b.jurisdiction_id
                   FROM crime.person p
                   JOIN crime.person_jurisdiction b ON b.person_id = p.id
                   WHERE p.id = @PersonId AND p.is_active
                   ORDER BY b.jurisdiction_id) AS roots
        FROM crime.data_state s
        """;

    public async Task<QueryResult> RunAsync(IncidentQuery query, Viewer viewer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        IncidentQueryValidator.EnsureValid(query);
        var reference = await references.GetAsync(cancellationToken);
        var population = await populations.GetAsync(reference, cancellationToken);
        if (await scopes.FindAsync(viewer.PersonId, cancellationToken) is var (seen, rights)
            && cache.Find(KeyOf(query, reference, ScopeOf(reference.Jurisdictions, viewer, rights), seen)) is { } remembered)
            return remembered;
        return await PersonSession.ReadSnapshotAsync(
            dataSource, viewer, s_timeout, session => RunAsync(query, viewer, reference, population, session, cancellationToken), cancellationToken);
    }

    private async Task<QueryResult> RunAsync(
        IncidentQuery query, Viewer viewer, ReferenceData reference, PopulationTable population, PersonSession session, CancellationToken cancellationToken)
    {
        var (version, minimum, granted) = await session.Connection.QuerySingleAsync<(long, int?, int[])>(
            new CommandDefinition(ScopeSql, new { viewer.PersonId }, session.Transaction, cancellationToken: cancellationToken));
        var scope = ScopeOf(reference.Jurisdictions, viewer, granted);
        var key = KeyOf(query, reference, scope, version);
        if (cache.Find(key) is { } known)
            return known;
        var result = await RunAsync(QueryResolver.Resolve(query, reference, scope), reference, population,
            (version, minimum ?? privacy.Value.MinimumTotal), session, cancellationToken);
        cache.Add(key, result);
        return result;
    }

    private static async Task<QueryResult> RunAsync(
        ResolvedQuery resolved, ReferenceData reference, PopulationTable population, (long Version, int MinimumTotal) data, PersonSession session,
        CancellationToken cancellationToken)
    {
        var source = QuerySource.Choose(resolved);
        if (resolved.IsEmpty)
            return new QueryResult(resolved.Query, [], data.Version, source.Table, IsTruncated: false);
        var cells = await ReadAsync(resolved, source, session, cancellationToken);
        if (cells.Count > IncidentQueryCompiler.MaxCells)
            throw new InvalidQueryException([new("dimensions", QueryProblemKeys.TooManyGroups, string.Create(CultureInfo.InvariantCulture,
                $"dimensions: the query has more than {IncidentQueryCompiler.MaxCells} groups; filter more or use fewer dimensions."))]);
        var (rows, withheld) = new QueryResultBuilder(resolved, reference, population, cells, data.MinimumTotal).Build();
        var limit = resolved.Query.Limit ?? IncidentQueryValidator.MaxLimit;
        return new QueryResult(resolved.Query, [.. rows.Take(limit)], data.Version, source.Table, rows.Count > limit) { Withheld = withheld };
    }

    // The sensitive cases in a total across heads matter only where one is small, which most queries have nowhere.
    private static async Task<List<CellRow>> ReadAsync(
        ResolvedQuery resolved, QuerySource source, PersonSession session, CancellationToken cancellationToken)
    {
        var isDetailed = source.IsRaw || resolved.Heads.OneStepSensitive.Length == resolved.Heads.Sensitive.Length || ProtectedHeadRule.NeedsDetail(resolved);
        var cells = await ReadAsync(IncidentQueryCompiler.Compile(resolved, source, isDetailed), session, cancellationToken);
        return isDetailed || !cells.Any(CellSuppression.NeedsDetail)
            ? cells
            : await ReadAsync(IncidentQueryCompiler.Compile(resolved, source, isDetailed: true), session, cancellationToken);
    }

    private static async Task<List<CellRow>> ReadAsync(CompiledQuery compiled, PersonSession session, CancellationToken cancellationToken)
    {
        try
        {
            var rows = await session.Connection.QueryAsync<CellRow>(
                new CommandDefinition(compiled.Sql, compiled.Parameters, session.Transaction, cancellationToken: cancellationToken));
            return rows.AsList();
        }
        catch (PostgresException failure) when (failure.SqlState == PostgresErrorCodes.QueryCanceled)
        {
            throw new TimeoutException(string.Create(CultureInfo.InvariantCulture,
                $"The query took longer than {s_timeout.TotalSeconds} s and was stopped; shorten the period or filter more."), failure);
        }
    }

    // What the database grants and the caller claims: the narrower of the two. The row-level rules see to it again.
    private static List<Jurisdiction> ScopeOf(JurisdictionTree tree, Viewer viewer, int[] granted) =>
        [.. JurisdictionPlan.Common(Nodes(tree, granted), Nodes(tree, viewer.JurisdictionIds)).Distinct().OrderBy(node => node.Ordinal)];

    private static List<Jurisdiction> Nodes(JurisdictionTree tree, IEnumerable<int> ids) => [.. ids.Select(tree.Find).OfType<Jurisdiction>()];

    private static string KeyOf(IncidentQuery query, ReferenceData reference, List<Jurisdiction> scope, long version) =>
        string.Create(CultureInfo.InvariantCulture,
            $"{version} {reference.Version} {query.Audience} {string.Join(',', scope.Select(node => node.Id))} {IncidentQueryJson.Write(query)}");
}
