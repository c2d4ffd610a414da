using System.Text.Json;
using CrimeInsight.Core;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Reference;
using CrimeInsight.Data.People;
using CrimeInsight.Data.Reference;
using CrimeInsight.Tests.Support;
using CrimeInsight.Web.Cli;
using Dapper;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace CrimeInsight.Tests.Web.Cli;

public sealed class QueryVerbTests(QueryDatabase database) : IClassFixture<QueryDatabase>
{
    private const string Spec =
        """{ "measures": ["count"], "dimensions": ["year"], "period": { "from": "2022-01-01", "until": "2024-01-01" }, "heads": ["theft"] }""";

    private const string AuditSql = """
        SELECT action || ' ' || (detail ->> 'rows')
        FROM crime.audit
        WHERE person_id = @PersonId
        """;

    [Fact]
    public async Task Run_ValidQuery_PrintsRowsAndIsAudited()
    {
        var viewer = await database.Fixture.AddPersonAsync(PersonRole.Supervisor, "IN-KL");
        using var printed = JsonDocument.Parse(await RunAsync(Spec, viewer.UserName));
        var expected = new QueryOracle(database.Reference, database.Incidents).Count(CrimeInsight.Core.Queries.IncidentQueryJson.Read(Spec), viewer);
        Assert.Equal(
            expected.OrderBy(pair => pair.Key).Select(pair => (pair.Key, (double)pair.Value)),
            printed.RootElement.GetProperty("rows").EnumerateArray()
                .Select(row => (row.GetProperty("year").GetString()!, row.GetProperty("count").GetDouble())));
        Assert.Equal("crime.rollup_month_registered", printed.RootElement.GetProperty("source").GetString());
        await using var owner = await database.Fixture.Owner.OpenConnectionAsync(TestContext.Current.CancellationToken);
        Assert.Equal("export 2", await owner.QuerySingleAsync<string>(AuditSql, new { viewer.PersonId }));
    }

    [Fact]
    public async Task Run_UnknownPerson_FailsInOneLine() => Assert.Equal(
        "There is no active person 'nobody'; give a sign-in name with --as.",
        (await Assert.ThrowsAsync<OperatorException>(() => RunAsync(Spec, "nobody"))).Message);

    [Fact]
    public async Task Run_BrokenQuery_NamesTheProblems() => Assert.Contains(
        "heads: there is no crime head 'thft'",
        (await Assert.ThrowsAsync<OperatorException>(async () => await RunAsync(
            Spec.Replace("theft", "thft", StringComparison.Ordinal), (await database.Fixture.AddPersonAsync(PersonRole.Officer, "IN")).UserName))).Message,
        StringComparison.Ordinal);

    private async Task<string> RunAsync(string json, string userName)
    {
        await using var services = new ServiceCollection()
            .AddSingleton<IUserStore<Person>>(_ => new PersonStore(database.Fixture.App, new IdentityErrorDescriber()))
            .AddSingleton(_ => database.Runner)
            .AddSingleton<IDataStatusReader>(_ => new DataStatusReader(database.Fixture.App))
            .AddSingleton<IAuditWriter>(_ => new AuditWriter(database.Fixture.App))
            .BuildServiceProvider();
        using var output = new StringWriter();
        await QueryVerb.RunAsync(services, json, userName, output, TestContext.Current.CancellationToken);
        return output.ToString();
    }
}
