using System.Collections.Immutable;
using CrimeInsight.Core.Cases;
using CrimeInsight.Core.Import;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Scopes;
using CrimeInsight.Core.Statutes;
using CrimeInsight.Data.Cases;
using CrimeInsight.Tests.Support;
using Dapper;
using Npgsql;

namespace CrimeInsight.Tests.Data.Import;

/// <summary>Sections and stages of cases in the database: written with their batch, searched, and held to the law by constraints.</summary>
public sealed class SectionTableTests(ImportDatabase database) : IClassFixture<ImportDatabase>, IAsyncLifetime
{
    private const string Rows = """
        S1,2024-03-05,2024-03-06,IN-TN-568,"147,148,302 IPC & 25/27 Arms Act"
        S2,2024-03-05,2024-03-06,IN-TN-568,"302, 376(2)(n) IPC"
        S3,2024-03-05,2024-03-06,IN-TN-568,376A IPC
        S4,2024-08-05,2024-08-06,IN-TN-568,BNS 303(2)
        S5,2024-03-05,2024-03-06,IN-TN-568,burglary
        S6,2024-03-05,2024-03-06,IN-KL-565,302/34 IPC
        S1,2024-03-05,2024-03-06,IN-TN-568,"147,148,302 IPC & 25/27 Arms Act"
        """;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    // Once a class: the second import finds nothing but duplicates.
    public async ValueTask InitializeAsync() => await database.ImportAsync($"{ImportDatabase.Header}\n{Rows}\n");

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task ImportAsync_Sections_AreAllKeptInTheirOrderWithThePrincipal() => Assert.Equal(
        ["IPC:147", "IPC:148", "IPC:302*", "ARMS:25", "ARMS:27"], await SectionsAsync("S1"));

    [Fact]
    public async Task ImportAsync_HeadByName_HasNoSections() => Assert.Empty(await SectionsAsync("S5"));

    [Theory]
    [InlineData("S1", false)]
    [InlineData("S2", true)]
    [InlineData("S3", true)]
    public async Task ImportAsync_AnySensitiveSection_ProtectsTheCase(string reference, bool expected)
    {
        Assert.Equal(expected, await ScalarAsync<bool>($"SELECT is_sensitive FROM crime.incident WHERE source_reference = '{reference}'"));
        Assert.Equal(expected, await ScalarAsync<bool>(
            "SELECT bool_and(s.is_sensitive) FROM crime.incident_section s JOIN crime.incident i ON i.id = s.incident_id "
                + $"WHERE i.source_reference = '{reference}'"));
    }

    [Fact]
    public async Task Constraint_ProtectedSectionOfAnOpenCase_IsRefused()
    {
        var refused = await Assert.ThrowsAsync<PostgresException>(() => ScalarAsync<long>(
            "UPDATE crime.incident_section SET is_sensitive = false WHERE act = 'IPC' AND section = '376' RETURNING incident_id"));
        Assert.Equal("protected_section", refused.ConstraintName);
    }

    [Fact]
    public async Task IsProtectedSection_EverySectionOfTheTable_IsWhatTheReaderSays()
    {
        LawSection[] all =
        [
            .. SeedStatutes.All.Where(row => row.Section != "various" && !row.Section.Contains("r/w", StringComparison.Ordinal))
                .Select(row => LawSection.Parse($"{row.Act}:{row.Section}")!.Value).Distinct(),
            new("IPC", "370", "(5)"), new("IPC", "370", "(4)(a)"), new("BNS", "143", "(4)"), new("IPC", "376", "(2)(n)"), new("IT", "67B", "(a)"),
        ];
        await using var owner = await database.Load.Fixture.Owner.OpenConnectionAsync(Cancel);
        var told = await owner.QueryAsync<bool>(
            "SELECT crime.is_protected_section(a, s, u) FROM unnest(@acts, @sections, @subsections) WITH ORDINALITY AS t (a, s, u, n) ORDER BY n",
            new
            {
                acts = all.Select(section => section.Act).ToArray(),
                sections = all.Select(section => section.Section).ToArray(),
                subsections = all.Select(section => section.Subsection).ToArray(),
            });
        Assert.Equal(all.Select(section => ProtectedSections.IsSensitive(section)), told);
    }

    [Theory]
    [InlineData("IPC:302", "S1 S2 S6")]
    [InlineData("IPC:376", "S2")]
    [InlineData("IPC:376(2)", "S2")]
    [InlineData("IPC:376A", "S3")]
    [InlineData("BNS:303", "S4")]
    [InlineData("BNS:303(2)", "S4")]
    [InlineData("BNS:303(1)", "")]
    [InlineData("IPC:302 ARMS:25", "S1")]
    [InlineData("IPC:30", "")]
    public async Task ListAsync_Sections_FindsTheCasesUnderAllOfThem(string sections, string expected) =>
        Assert.Equal(expected, string.Join(' ', (await ListAsync(database.Load.Admin, sections)).Select(item => item.Number).Order(StringComparer.Ordinal)));

    [Fact]
    public async Task ListAsync_AnotherJurisdiction_SeesNoSection()
    {
        var officer = await database.Load.Fixture.AddPersonAsync(PersonRole.Officer, "IN-KL");
        Assert.Equal(["S6"], (await ListAsync(officer, "IPC:302")).Select(item => item.Number));
    }

    [Fact]
    public async Task OpenAsync_Case_ShowsItsSections()
    {
        var id = await ScalarAsync<long>("SELECT id FROM crime.incident WHERE source_reference = 'S6'");
        var details = (await new CaseReader(database.Load.Fixture.App).OpenAsync(id, database.Load.Admin, Cancel))!;
        Assert.True(details.IsRegistered);
        Assert.Equal([("IPC", "302", true), ("IPC", "34", false)], details.Sections.Select(section => (section.Act, section.Section, section.IsPrincipal)));
    }

    [Fact]
    public async Task ImportAsync_Stages_AreKeptWhereTheyAgree()
    {
        var report = await database.ImportAsync(
            """
            source_reference,occurred_from,reported_on,jurisdiction_code,head_code,status,chargesheeted_on,disposed_on
            D1,2024-03-05,2024-03-06,IN-TN-568,burglary,convicted,2024-05-01,2025-01-10
            D2,2024-03-05,2024-03-06,IN-TN-568,burglary,,2024-05-01,
            D3,2024-03-05,2024-03-06,IN-TN-568,burglary,,,2024-06-01
            D4,2024-03-05,2024-03-06,IN-TN-568,burglary,chargesheeted,2024-03-01,
            D5,2024-03-05,2024-03-06,IN-TN-568,burglary,convicted,2024-05-01,2024-04-30
            D6,2024-03-05,2024-03-06,IN-TN-568,burglary,pending,2024-05-01,
            D7,2024-03-05,2024-03-06,IN-TN-568,burglary,convicted,2024-05-01,2026-01-10
            D8,2024-03-05,2024-03-06,IN-TN-568,burglary,chargesheeted,,2024-06-01

            """, isDryRun: false);
        Assert.Equal(
            new Dictionary<RejectReason, long> { [RejectReason.StageBeforeOther] = 2, [RejectReason.StageNotOfStatus] = 2, [RejectReason.DateInFuture] = 1 },
            report.Reasons.ToDictionary());
        await using var owner = await database.Load.Fixture.Owner.OpenConnectionAsync(Cancel);
        Assert.Equal(
            ["D1 3 2024-05-01 2025-01-10", "D2 1 2024-05-01 -", "D3 2 - 2024-06-01"],
            await owner.QueryAsync<string>("""
                SELECT concat_ws(' ', source_reference, status, coalesce(chargesheeted_on::text, '-'), coalesce(disposed_on::text, '-'))
                FROM crime.incident
                WHERE source_reference LIKE 'D%'
                ORDER BY 1
                """));
    }

    private async Task<ImmutableArray<CaseSummary>> ListAsync(Viewer viewer, string sections)
    {
        var reference = database.Load.Reference;
        var scope = new Scope(
            new ScopeCodes(), viewer, reference, MapContexts.Status, [], [reference.Jurisdictions.Root!], [], new Period(new(2019, 1, 1), new(2027, 1, 1)));
        var query = new CaseQuery(scope) { Sections = [.. sections.Split(' ').Select(text => LawSection.Parse(text)!.Value)] };
        return (await new CaseReader(database.Load.Fixture.App).ListAsync(query, Cancel)).Cases;
    }

    private async Task<IEnumerable<string>> SectionsAsync(string reference)
    {
        await using var owner = await database.Load.Fixture.Owner.OpenConnectionAsync(Cancel);
        return await owner.QueryAsync<string>("""
            SELECT s.act || ':' || s.section || s.subsection || CASE WHEN s.is_principal THEN '*' ELSE '' END
            FROM crime.incident_section s
            JOIN crime.incident i ON i.id = s.incident_id
            WHERE i.source_reference = @reference
            ORDER BY s.place
            """, new { reference });
    }

    private async Task<T> ScalarAsync<T>(string sql)
    {
        await using var owner = await database.Load.Fixture.Owner.OpenConnectionAsync(Cancel);
        return (await owner.ExecuteScalarAsync<T>(sql))!;
    }
}
