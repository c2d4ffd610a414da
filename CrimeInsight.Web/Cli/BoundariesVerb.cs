using System.CommandLine;
using CrimeInsight.Core;
using CrimeInsight.Core.Boundaries;
using CrimeInsight.Core.Geography.Boundaries;
using CrimeInsight.Core.Import;

namespace CrimeInsight.Web.Cli;

/// <summary><c>boundaries import</c>, <c>list</c>, <c>undo</c>: shapes of states, districts and stations. docs/methods/geography.md describes them.</summary>
internal static class BoundariesVerb
{
    private static readonly DateOnly s_first = new(1900, 1, 1);

    public static Command Create() => new("boundaries", "Looks after the shapes of places: reads them from files, lists editions and takes them back.")
    {
        Import(), List(), Undo(),
    };

    /// <summary>Everything of <c>import</c> but opening the database.</summary>
    internal static async Task<int> ImportAsync(
        IServiceProvider services, BoundariesArguments arguments, TextWriter output, CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime.AddHours(5.5));
        var day = arguments.ValidFrom ?? today;
        if (day < s_first || day > today)
            throw new OperatorException($"'--valid-from' is a day from 1900-01-01 to today, such as {today:yyyy-MM-dd}.");
        await using var content = OfficialVerb.Open(arguments.Path);
        var viewer = await services.GetRequiredService<IIncidentImporter>().EnsureAdministratorAsync(cancellationToken);
        var draft = await services.GetRequiredService<BoundaryAnalysis>().ReadAsync(content, arguments.Level, viewer, cancellationToken);
        if (arguments.AcceptsDoubtful)
            draft = draft.Confirm();
        BoundaryEdition? edition = null;
        if (draft is { Problem: null, ToReview: 0, Matched: > 0 } && !arguments.IsDryRun)
        {
            var load = draft.ToLoad(arguments.Source, Path.GetFileName(arguments.Path), day);
            edition = await JudgedAsync(() => services.GetRequiredService<IBoundaryEditions>().StoreAsync(load, viewer, cancellationToken));
        }

        await output.WriteLineAsync(BoundariesJson.Of(Path.GetFileName(arguments.Path), draft, edition));
        return edition is not null || (arguments.IsDryRun && draft is { Problem: null, ToReview: 0, Matched: > 0 }) ? 0 : OfficialVerb.NothingUsable;
    }

    /// <summary>Everything of <c>list</c> but opening the database.</summary>
    internal static async Task<int> ListAsync(IServiceProvider services, TextWriter output, CancellationToken cancellationToken)
    {
        var viewer = await services.GetRequiredService<IIncidentImporter>().EnsureAdministratorAsync(cancellationToken);
        await output.WriteLineAsync(BoundariesJson.Of(await services.GetRequiredService<IBoundaryEditions>().ListAsync(viewer, cancellationToken)));
        return 0;
    }

    /// <summary>Everything of <c>undo</c> but opening the database.</summary>
    internal static async Task<int> UndoAsync(IServiceProvider services, Guid id, TextWriter output, CancellationToken cancellationToken)
    {
        var viewer = await services.GetRequiredService<IIncidentImporter>().EnsureAdministratorAsync(cancellationToken);
        await JudgedAsync(async () =>
        {
            await services.GetRequiredService<IBoundaryEditions>().UndoAsync(id, viewer, cancellationToken);
            return true;
        });
        await output.WriteLineAsync($$"""{ "undone": "{{id}}" }""");
        return 0;
    }

    private static Command Import()
    {
        var file = new Argument<string>("FILE") { Description = "GeoJSON (.geojson, .json, .gz, .zip), or a shapefile packed as ZIP with its .dbf and .prj" };
        var level = new Option<BoundaryLevel?>("--level") { Description = "What the areas are; otherwise found from the columns" };
        var source = new Option<string?>("--source") { Description = "Who published them, and on which terms; otherwise the name of the file" };
        var validFrom = new Option<DateOnly?>("--valid-from") { Description = "Day since which they are so; otherwise today" };
        var accept = new Option<bool>("--accept-doubtful") { Description = "Take doubtful matches as found; otherwise nothing is kept while there are some" };
        var dryRun = new Option<bool>("--dry-run") { Description = "Read, match and keep nothing" };
        var command = new Command("import", "Reads boundaries, repairs and simplifies them, finds the places they are of, keeps them as an edition and "
            + "prints what became of them as JSON. Exit codes: 0 done, 1 failed, 3 nothing was kept: no boundaries, or doubtful ones.")
            { file, level, source, validFrom, accept, dryRun };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var host = await VerbHost.OpenAsync(cancellation);
            var path = parsed.GetRequiredValue(file);
            var arguments = new BoundariesArguments(
                path, parsed.GetValue(level), parsed.GetValue(source) is { Length: > 0 } said ? said : Path.GetFileName(path), parsed.GetValue(validFrom),
                parsed.GetValue(accept), parsed.GetValue(dryRun));
            return await ImportAsync(host.Services, arguments, Console.Out, cancellation);
        });
        return command;
    }

    private static Command List()
    {
        var command = new Command("list", "Prints the editions of boundaries that were loaded as JSON, newest first, those taken back among them.");
        command.SetAction(async (_, cancellation) =>
        {
            await using var host = await VerbHost.OpenAsync(cancellation);
            return await ListAsync(host.Services, Console.Out, cancellation);
        });
        return command;
    }

    private static Command Undo()
    {
        var id = new Argument<Guid>("ID") { Description = "Of the edition, as list prints it" };
        var command = new Command("undo", "Takes an edition back; what was drawn before it is drawn again.") { id };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var host = await VerbHost.OpenAsync(cancellation);
            return await UndoAsync(host.Services, parsed.GetRequiredValue(id), Console.Out, cancellation);
        });
        return command;
    }

    private static async Task<T> JudgedAsync<T>(Func<Task<T>> act)
    {
        try
        {
            return await act();
        }
        catch (BoundaryRefusedException refused)
        {
            throw new OperatorException(refused.Message, refused);
        }
    }
}
