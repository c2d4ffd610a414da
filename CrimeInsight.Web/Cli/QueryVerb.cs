using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CrimeInsight.Core;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Queries;
using CrimeInsight.Core.Reference;
using Microsoft.AspNetCore.Identity;

namespace CrimeInsight.Web.Cli;

/// <summary><c>query</c>: runs an incident query from a JSON file within the rights of a person and prints the rows as JSON.</summary>
internal static class QueryVerb
{
    private const string StandardInput = "-";

    public static Command Create()
    {
        var spec = new Option<string>("--spec") { Description = "File with the query as JSON (docs/query.md); - reads standard input", Required = true };
        var user = new Option<string>("--as") { Description = "Sign-in name of the person whose rights apply", Required = true };
        var command = new Command("query", "Runs an incident query and prints { query, source, dataVersion, isSynthetic, isTruncated, withheld, rows }.")
        {
            spec,
            user,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            var json = await ReadAsync(parsed.GetRequiredValue(spec), cancellation);
            await using var host = await VerbHost.OpenAsync(cancellation);
            await using var scope = host.Services.CreateAsyncScope();
            await RunAsync(scope.ServiceProvider, json, parsed.GetRequiredValue(user), Console.Out, cancellation);
            return 0;
        });
        return command;
    }

    /// <exception cref="OperatorException">The query or the person is not valid, or the query took too long.</exception>
    public static async Task RunAsync(IServiceProvider services, string json, string userName, TextWriter output, CancellationToken cancellationToken)
    {
        try
        {
            var query = IncidentQueryJson.Read(json);
            var viewer = await FindAsync(services.GetRequiredService<IUserStore<Person>>(), userName, cancellationToken);
            var result = await services.GetRequiredService<IIncidentQueryRunner>().RunAsync(query, viewer, cancellationToken);
            var status = await services.GetRequiredService<IDataStatusReader>().GetAsync(cancellationToken);
            await services.GetRequiredService<IAuditWriter>().WriteAsync(Entry(viewer, result), cancellationToken);
            await output.WriteLineAsync(Describe(result, status.IsSynthetic).ToJsonString(new() { WriteIndented = true }));
        }
        catch (InvalidQueryException invalid)
        {
            throw new OperatorException(invalid.Message, invalid);
        }
        catch (TimeoutException slow)
        {
            throw new OperatorException(slow.Message, slow);
        }
    }

    private static async Task<string> ReadAsync(string path, CancellationToken cancellationToken)
    {
        if (path == StandardInput)
            return await Console.In.ReadToEndAsync(cancellationToken);
        try
        {
            return await File.ReadAllTextAsync(path, cancellationToken);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new OperatorException($"The query '{path}' cannot be read: {failure.Message}", failure);
        }
    }

    private static async Task<Viewer> FindAsync(IUserStore<Person> people, string userName, CancellationToken cancellationToken)
    {
        var person = await people.FindByNameAsync(userName.Normalize().ToUpperInvariant(), cancellationToken);
        return person?.ToViewer() ?? throw new OperatorException($"There is no active person '{userName}'; give a sign-in name with --as.");
    }

    private static AuditEntry Entry(Viewer viewer, QueryResult result) => AuditEntry.By(viewer, AuditActions.Exported, "query") with
    {
        Detail = new Dictionary<string, string>
        {
            ["query"] = IncidentQueryJson.Write(result.Query),
            ["rows"] = result.Rows.Length.ToString(CultureInfo.InvariantCulture),
        },
    };

    private static JsonObject Describe(QueryResult result, bool isSynthetic) => new()
    {
        ["query"] = JsonNode.Parse(IncidentQueryJson.Write(result.Query)),
        ["source"] = result.Source,
        ["dataVersion"] = result.DataVersion,
        ["isSynthetic"] = isSynthetic,
        ["isTruncated"] = result.IsTruncated,
        ["withheld"] = result.Withheld is { } withheld ? Describe(withheld) : null,
        ["rows"] = new JsonArray([.. result.Rows.Select(row => Describe(result.Query, row))]),
    };

    private static JsonObject Describe(WithheldCases withheld) => new()
    {
        ["reason"] = JsonNamingPolicy.CamelCase.ConvertName(withheld.Reason.ToString()),
        ["heads"] = new JsonArray([.. withheld.Heads.Select(head => JsonValue.Create(head))]),
        ["cases"] = withheld.Cases,
        ["isSmall"] = withheld.IsSmall,
    };

    // Members named as in the query; null: withheld or not defined.
    private static JsonObject Describe(IncidentQuery query, QueryRow row)
    {
        var described = new JsonObject();
        for (var i = 0; i < query.Dimensions.Length; i++)
            described[QueryCatalogue.Of(query.Dimensions[i]).Name] = row.Keys[i].ToString();
        for (var i = 0; i < query.Measures.Length; i++)
            described[QueryCatalogue.Of(query.Measures[i]).Name] = row.Values[i];
        described["isSuppressed"] = row.IsSuppressed;
        described["isProtecting"] = row.IsProtecting;
        return described;
    }
}
