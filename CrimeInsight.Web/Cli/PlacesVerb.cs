using System.CommandLine;
using CrimeInsight.Core;
using CrimeInsight.Core.Import;
using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Places;
using CrimeInsight.Core.Places.Files;
using CrimeInsight.Core.Reference;

namespace CrimeInsight.Web.Cli;

/// <summary>
/// <c>places list</c>, <c>add</c>, <c>rename</c>, <c>move</c>, <c>split</c>, <c>merge</c>, <c>load</c>, <c>undo</c>: edits of the tree of places.
/// </summary>
internal static class PlacesVerb
{
    private static Argument<string> Code => new("CODE") { Description = "Of the place, such as IN-TN-603" };

    private static Option<string> Reason => new("--reason") { Description = "Number of the order, or whatever else it rests on", Required = true };

    private static Option<DateOnly?> From => new("--from") { Description = "First day on which it holds; otherwise today" };

    private static Option<bool> DryRun => new("--dry-run") { Description = "Say what would change and change nothing" };

    private static Option<string[]> Names => new("--name")
    {
        Description = "Name by language, such as en=Tirupati; in English at least", Required = true, AllowMultipleArgumentsPerToken = true,
    };

    public static Command Create() => new("places", "Edits the tree of places: districts and stations, with dates and reasons.")
    {
        List(), Add(), Rename(), Move(), Split(), Merge(), Load(), Undo(),
    };

    /// <summary>Everything of an edit but opening the database.</summary>
    internal static async Task<int> EditAsync(
        IServiceProvider services, Func<JurisdictionTree, PlaceRequest> ask, bool isDryRun, TextWriter output, CancellationToken cancellationToken)
    {
        var viewer = await services.GetRequiredService<IIncidentImporter>().EnsureAdministratorAsync(cancellationToken);
        var tree = (await services.GetRequiredService<IReferenceDataReader>().GetAsync(cancellationToken)).Jurisdictions;
        var edits = services.GetRequiredService<IPlaceEdits>();
        var request = ask(tree);
        await JudgedAsync(async () =>
        {
            var preview = await edits.PreviewAsync(viewer, request, cancellationToken);
            if (!isDryRun)
                preview = preview with { Id = (await edits.ApplyAsync(viewer, [request], cancellationToken))[0] };
            await output.WriteLineAsync(PlacesJson.Of(tree, preview, request.Code, !isDryRun));
        });
        return 0;
    }

    private static Command List()
    {
        var place = new Option<string>("--place") { Description = "Code of a state or district", DefaultValueFactory = _ => "IN" };
        var command = new Command("list", "Prints places and the edits of them as JSON.") { place };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var host = await VerbHost.OpenAsync(cancellation);
            var viewer = await host.Services.GetRequiredService<IIncidentImporter>().EnsureAdministratorAsync(cancellation);
            var tree = (await host.Services.GetRequiredService<IReferenceDataReader>().GetAsync(cancellation)).Jurisdictions;
            var root = Find(tree, parsed.GetRequiredValue(place));
            var edits = await host.Services.GetRequiredService<IPlaceEdits>().ListAsync(viewer, cancellation);
            await Console.Out.WriteLineAsync(PlacesJson.Of(tree, root, edits.Where(edit => tree.Today(edit.PlaceId) is { } one && root.Contains(one))));
            return 0;
        });
        return command;
    }

    private static Command Add()
    {
        var (parent, code, names) = (new Option<string>("--parent") { Description = "State or district it lies in", Required = true }, Code, Names);
        return Edit(new Command("add", "Adds a district to a state or a station to a district.") { code, parent, names }, (parsed, tree, from, reason) =>
            new PlaceRequest(PlaceEditKind.Add, Find(tree, parsed.GetRequiredValue(parent)).Id, from, reason)
            {
                Code = parsed.GetRequiredValue(code), Names = NamesOf(parsed.GetRequiredValue(names)),
            });
    }

    private static Command Rename()
    {
        var (code, names) = (Code, Names);
        return Edit(new Command("rename", "Renames a place; its name of before goes on naming it in files.") { code, names }, (parsed, tree, from, reason) =>
        {
            var place = Find(tree, parsed.GetRequiredValue(code));
            var changed = new Dictionary<string, string>(place.Names);
            foreach (var (language, name) in NamesOf(parsed.GetRequiredValue(names)))
                changed[language] = name;
            return new PlaceRequest(PlaceEditKind.Rename, place.Id, from, reason) { Names = changed };
        });
    }

    private static Command Move()
    {
        var (code, to) = (Code, new Option<string>("--to") { Description = "District of the same state", Required = true });
        return Edit(new Command("move", "Moves a station to another district, with its cases.") { code, to }, (parsed, tree, from, reason) =>
            new PlaceRequest(PlaceEditKind.Move, Find(tree, parsed.GetRequiredValue(code)).Id, from, reason)
            {
                OtherId = Find(tree, parsed.GetRequiredValue(to)).Id,
            });
    }

    private static Command Split()
    {
        var code = Code;
        var names = Names;
        var made = new Option<string>("--code") { Description = "Code of what is split off", Required = true };
        var stations = new Option<string[]>("--stations") { Description = "Stations that go to it", AllowMultipleArgumentsPerToken = true };
        var share = new Option<double?>("--share") { Description = "Share of the residents who live in it, from 0 to 1; otherwise both are unknown" };
        var command = new Command("split", "Splits a district or station off another.") { code, made, names, stations, share };
        return Edit(command, (parsed, tree, from, reason) => new PlaceRequest(PlaceEditKind.Split, Find(tree, parsed.GetRequiredValue(code)).Id, from, reason)
        {
            Code = parsed.GetRequiredValue(made),
            Names = NamesOf(parsed.GetRequiredValue(names)),
            StationIds = [.. (parsed.GetValue(stations) ?? []).Select(station => Find(tree, station).Id)],
            Share = parsed.GetValue(share),
        });
    }

    private static Command Merge()
    {
        var (code, into) = (Code, new Option<string>("--into") { Description = "Place of the same level and state", Required = true });
        return Edit(new Command("merge", "Merges a place into another; its code goes on naming that.") { code, into }, (parsed, tree, from, reason) =>
            new PlaceRequest(PlaceEditKind.Merge, Find(tree, parsed.GetRequiredValue(code)).Id, from, reason)
            {
                OtherId = Find(tree, parsed.GetRequiredValue(into)).Id,
            });
    }

    private static Command Undo()
    {
        var id = new Argument<long>("ID") { Description = "Of the edit, as list prints it" };
        var command = new Command("undo", "Makes everything as it was before an edit.") { id };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var host = await VerbHost.OpenAsync(cancellation);
            var viewer = await host.Services.GetRequiredService<IIncidentImporter>().EnsureAdministratorAsync(cancellation);
            await JudgedAsync(() => host.Services.GetRequiredService<IPlaceEdits>().UndoAsync(viewer, parsed.GetRequiredValue(id), cancellation));
            await Console.Out.WriteLineAsync($$"""{ "undone": {{parsed.GetRequiredValue(id)}} }""");
            return 0;
        });
        return command;
    }

    private static Command Load()
    {
        var kind = new Argument<PlaceFileKind>("KIND") { Description = "populations (code, year, residents) or points (code, latitude, longitude)" };
        var file = new Argument<FileInfo>("FILE") { Description = "CSV with these columns" };
        var (reason, dryRun) = (Reason, DryRun);
        var command = new Command("load", "Reads residents or points of places from a file; all rows or none.") { kind, file, reason, dryRun };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var host = await VerbHost.OpenAsync(cancellation);
            using var text = new StreamReader(parsed.GetRequiredValue(file).FullName);
            return await LoadAsync(
                host.Services, parsed.GetRequiredValue(kind), text, parsed.GetRequiredValue(reason), parsed.GetValue(dryRun), Console.Out, cancellation);
        });
        return command;
    }

    /// <summary>Everything of <c>load</c> but opening the database.</summary>
    internal static async Task<int> LoadAsync(
        IServiceProvider services, PlaceFileKind kind, TextReader text, string reason, bool isDryRun, TextWriter output, CancellationToken cancellationToken)
    {
        var viewer = await services.GetRequiredService<IIncidentImporter>().EnsureAdministratorAsync(cancellationToken);
        var tree = (await services.GetRequiredService<IReferenceDataReader>().GetAsync(cancellationToken)).Jurisdictions;
        var today = DateOnly.FromDateTime(services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime);
        var report = new PlaceFile(viewer, tree, kind, today).Judge(text, reason);
        var isStored = report.IsAcceptable && !isDryRun;
        if (isStored)
            await JudgedAsync(() => services.GetRequiredService<IPlaceEdits>().ApplyAsync(viewer, report.Requests, cancellationToken));
        var problems = report.Rows.Where(row => row.Problem is not null).Take(200)
            .Select(row => (object)new { row = row.Number, code = row.Code, problem = row.Problem.ToString() });
        await output.WriteLineAsync(PlacesJson.Of(report.Rows.Count, report.Refused, report.Requests.Count, isStored, problems));
        return report.IsAcceptable ? 0 : OfficialVerb.NothingUsable;
    }

    private static Command Edit(Command command, Func<ParseResult, JurisdictionTree, DateOnly, string, PlaceRequest> ask)
    {
        var (from, reason, dryRun) = (From, Reason, DryRun);
        command.Options.Add(from);
        command.Options.Add(reason);
        command.Options.Add(dryRun);
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var host = await VerbHost.OpenAsync(cancellation);
            var day = parsed.GetValue(from) ?? DateOnly.FromDateTime(host.Services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime);
            return await EditAsync(
                host.Services, tree => ask(parsed, tree, day, parsed.GetRequiredValue(reason)), parsed.GetValue(dryRun), Console.Out, cancellation);
        });
        return command;
    }

    private static Jurisdiction Find(JurisdictionTree tree, string code) =>
        tree.Find(code) ?? throw new OperatorException($"There is no place '{code}'; 'places list' prints them.");

    private static Dictionary<string, string> NamesOf(string[] pairs) => pairs
        .Select(pair => pair.Split('=', 2))
        .ToDictionary(pair => pair.Length == 2 ? pair[0].Trim() : "en", pair => pair[^1].Trim());

    private static async Task JudgedAsync(Func<Task> act)
    {
        try
        {
            await act();
        }
        catch (PlaceRefusedException refused)
        {
            throw new OperatorException(refused.InnerException!.Message, refused);
        }
    }
}
