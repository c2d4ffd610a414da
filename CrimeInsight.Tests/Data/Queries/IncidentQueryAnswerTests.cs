using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Queries;
using CrimeInsight.Data.Queries;
using CrimeInsight.Tests.Support;
using Dapper;

namespace CrimeInsight.Tests.Data.Queries;

/// <summary>Rollups, raw rows and a plain count in memory agree, for every person.</summary>
public sealed class IncidentQueryAnswerTests(QueryDatabase database) : IClassFixture<QueryDatabase>
{
    private const string BreakSql = """
        UPDATE crime.rollup_month_registered
        SET cases = cases + 1
        WHERE level = 0 AND head_id = 0 AND month = '2023-05-01'
        """;

    private const string MendSql = """
        UPDATE crime.rollup_month_registered
        SET cases = cases - 1
        WHERE level = 0 AND head_id = 0 AND month = '2023-05-01'
        """;

    private static readonly IncidentQuery s_monthly = new()
    {
        Measures = [Measure.Count],
        Dimensions = [Dimension.Month],
        Period = Period.Year(2023),
    };

    [Fact]
    public async Task Rollups_RandomQueries_AnswerLikeRawRows()
    {
        var viewer = await database.Fixture.AddPersonAsync(PersonRole.Admin, "IN");
        var queries = new RandomQueries(new Random(7), database.Places, database.Heads) { WholeMonths = 1 };
        var tables = new Dictionary<string, int>();
        while (tables.Values.Sum() < 400)
        {
            var resolved = database.Resolve(queries.Next(), viewer);
            var source = QuerySource.Choose(resolved);
            if (source.IsRaw || resolved.IsEmpty)
                continue;
            Assert.Equal(await database.CellsAsync(resolved, viewer, QuerySource.Raw), await database.CellsAsync(resolved, viewer, source));
            tables[source.Table] = tables.GetValueOrDefault(source.Table) + 1;
        }
        Assert.All(
            [QuerySource.Month, QuerySource.Hour, QuerySource.Victim, QuerySource.MonthRegistered, QuerySource.VictimRegistered],
            source => Assert.True(tables.GetValueOrDefault(source.Table) >= 10, $"{source.Table} {tables.GetValueOrDefault(source.Table)}"));
    }

    [Fact]
    public async Task Rollups_OneRowBroken_IsSeen()
    {
        var viewer = await database.Fixture.AddPersonAsync(PersonRole.Admin, "IN");
        var resolved = database.Resolve(s_monthly, viewer);
        await using var owner = await database.Fixture.Owner.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await owner.ExecuteAsync(BreakSql);
        try
        {
            Assert.NotEqual(
                await database.CellsAsync(resolved, viewer, QuerySource.Raw), await database.CellsAsync(resolved, viewer, QuerySource.MonthRegistered));
        }
        finally
        {
            await owner.ExecuteAsync(MendSql);
        }
    }

    [Fact]
    public async Task Rights_RandomPeople_SeeTheirRowsAndNoOthers()
    {
        var random = new Random(11);
        var oracle = new QueryOracle(database.Reference, database.Incidents);
        var queries = new RandomQueries(random, database.Places, database.Heads);
        var seen = 0;
        for (var person = 0; person < 25; person++)
        {
            string[] codes = person % 5 == 0 ? ["IN"] : [.. database.Places.OrderBy(_ => random.Next()).Take(random.Next(1, 6))];
            var viewer = await database.Fixture.AddPersonAsync(PersonRole.Officer, codes);
            for (var i = 0; i < 12; i++)
                seen += await CompareAsync(queries.Next() with { Measures = [Measure.Count], Order = null, Limit = null }, viewer, oracle);
        }
        Assert.True(seen > 10_000, $"The queries found too few cases to prove anything: {seen}.");
    }

    [Fact]
    public async Task Rights_NobodySet_SeesNothing()
    {
        var viewer = await database.Fixture.AddPersonAsync(PersonRole.Admin, "IN");
        var resolved = database.Resolve(s_monthly, viewer);
        Assert.Equal(12, (await database.CellsAsync(resolved, viewer)).Count);
        foreach (var source in (QuerySource[])[QuerySource.MonthRegistered, QuerySource.Raw])
            Assert.Empty(await database.CellsAsync(resolved, null, source));
    }

    [Fact]
    public async Task Rights_ClaimBeyondTheGrant_SeesNothingMore()
    {
        var viewer = await database.Fixture.AddPersonAsync(PersonRole.Officer, "IN-GA");
        var liar = viewer with { JurisdictionIds = [database.Reference.Jurisdictions.Root!.Id] };
        var honest = await database.Runner.RunAsync(s_monthly, viewer, TestContext.Current.CancellationToken);
        var claimed = await database.Runner.RunAsync(s_monthly, liar, TestContext.Current.CancellationToken);
        Assert.Equal(honest.Rows.Select(Describe), claimed.Rows.Select(Describe));
        Assert.Equal(honest.Rows.Select(Describe), (await database.CellsAsync(database.Resolve(s_monthly, liar), liar, QuerySource.Raw))
            .Select(cell => $"{cell.K1 / 12:0000}-{cell.K1 % 12 + 1:00} {cell.Cases}"));
    }

    [Fact]
    public async Task Run_RevokedPerson_SeesNothingAtOnce()
    {
        var viewer = await database.Fixture.AddPersonAsync(PersonRole.Officer, "IN-KL");
        Assert.NotEmpty((await database.Runner.RunAsync(s_monthly, viewer, TestContext.Current.CancellationToken)).Rows);
        await using var owner = await database.Fixture.Owner.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await owner.ExecuteAsync("UPDATE crime.person SET is_active = false WHERE id = @PersonId", new { viewer.PersonId });
        Assert.Empty((await database.Runner.RunAsync(s_monthly, viewer, TestContext.Current.CancellationToken)).Rows);
    }

    // Before protected heads are withheld: exactly the same cells. After it: the same, less what is withheld.
    private async Task<int> CompareAsync(IncidentQuery query, Viewer viewer, QueryOracle oracle)
    {
        var expected = oracle.Count(query, viewer);
        var resolved = database.Resolve(query, viewer);
        var cells = resolved.IsEmpty ? [] : await database.CellsAsync(resolved, viewer);
        Assert.Equal(expected.Values.Order(), cells.Select(cell => (int)cell.Cases).Order());
        var result = await database.Runner.RunAsync(query, viewer, TestContext.Current.CancellationToken);
        if (resolved.IsEmpty)
            Assert.Empty(result.Rows);
        var open = result.Withheld is null ? expected
            : new QueryOracle(database.Reference, [.. database.Incidents.Where(one => !IsTakenOut(resolved, one))]).Count(query, viewer);
        foreach (var row in result.Rows.Where(row => !row.IsSuppressed))
            Assert.Contains(
                (int)row.Values[0]!, (int[])[expected.GetValueOrDefault(string.Join('|', row.Keys)), open.GetValueOrDefault(string.Join('|', row.Keys))]);
        if (!query.Dimensions.IsEmpty && !resolved.IsEmpty)
            Assert.Empty(open.Keys.Except(result.Rows.Select(row => string.Join('|', row.Keys))));
        return expected.Values.Sum();
    }

    // Hours, days and victims leave out protected cases of every head, everything else those of protected heads.
    private bool IsTakenOut(ResolvedQuery resolved, TestIncident one) =>
        ProtectedHeadRule.NeedsDetail(resolved) ? one.IsSensitive : database.Reference.Heads.IsSensitive(one.HeadId);

    private static string Describe(QueryRow row) => $"{row.Keys[0]} {row.Values[0]}";
}
