using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Queries;
using CrimeInsight.Data.Connections;
using CrimeInsight.Data.People;
using CrimeInsight.Data.Queries;
using CrimeInsight.Data.Reference;
using CrimeInsight.Tests.Support;
using Microsoft.Extensions.Options;

namespace CrimeInsight.Tests.Data.Queries;

/// <summary>Queries of cases under a section; thirty cases under IPC 302, of which eight are under 376 as well, and four under 376A alone.</summary>
public sealed class SectionFilterTests(ImportDatabase database) : IClassFixture<ImportDatabase>, IAsyncLifetime
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    // Once a class: the second import finds nothing but duplicates.
    public async ValueTask InitializeAsync()
    {
        var rows = Enumerable.Range(0, 34).Select(i => $"Q{i},2023-05-{1 + i % 28:00},2023-05-{1 + i % 28:00},IN-TN-568,"
            + (i < 8 ? "\"302,376 IPC\"" : i < 30 ? "302/34 IPC" : "376A IPC"));
        await database.ImportAsync($"{ImportDatabase.Header}\n{string.Join('\n', rows)}\n");
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("IPC:302", 30)]
    [InlineData("IPC:34", 22)]
    [InlineData("IPC:302,IPC:34", 30)]
    [InlineData("IPC:376", 8)]
    public async Task RunAsync_Sections_CountsCasesUnderAnyOfThem(string sections, double expected) =>
        Assert.Equal(expected, Assert.Single((await RunAsync(Query(sections))).Rows).Values[0]);

    [Fact]
    public async Task RunAsync_FewCasesOfAProtectedSection_AreSuppressed() =>
        Assert.True(Assert.Single((await RunAsync(Query("IPC:376A"))).Rows).IsSuppressed);

    [Fact]
    public async Task RunAsync_ProtectedSectionByHour_IsWithheldWhateverTheHead()
    {
        var result = await RunAsync(Query("IPC:376") with { Heads = ["murder"], Dimensions = [Dimension.Weekday] });
        Assert.Equal(WithheldReason.TooFine, result.Withheld!.Reason);
        Assert.All(result.Rows, row => Assert.True(row.Values[0] is null or 0));
    }

    [Fact]
    public void Validate_NoSection_IsAProblem() =>
        Assert.Contains(IncidentQueryValidator.Validate(Query("IPC 302")), problem => problem.Key == QueryProblemKeys.UnknownSection);

    [Fact]
    public void Text_OfSections_IsReadBackEqual()
    {
        var query = Query("IPC:302,BNS:303(2)");
        Assert.Equal(query, IncidentQueryUrl.Read(IncidentQueryUrl.Write(query, Query("IPC:302")), Query("IPC:302")));
    }

    private static IncidentQuery Query(string sections) => new()
    {
        Measures = [Measure.Count],
        Period = new Period(new DateOnly(2023, 1, 1), new DateOnly(2024, 1, 1)),
        Sections = [.. sections.Split(',')],
    };

    private Task<QueryResult> RunAsync(IncidentQuery query)
    {
        var app = database.Load.Fixture.App;
        var runner = new IncidentQueryRunner(
            app, new ReferenceDataReader(app), new PopulationReader(app),
            new PersonScopes(app, new DataStatusReader(app), new DatabaseNews(), TimeProvider.System), new QueryResultCache(1_000, 100_000),
            Options.Create(new PrivacyOptions()));
        return runner.RunAsync(query, database.Load.Admin, Cancel);
    }
}
