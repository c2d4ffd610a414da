using System.CommandLine;
using CrimeInsight.Core;
using CrimeInsight.Core.Import;
using CrimeInsight.Core.OfficialFigures;
using CrimeInsight.Core.OfficialFigures.Reading;
using CrimeInsight.Core.Reference;
using CrimeInsight.Core.Scopes;

namespace CrimeInsight.Web.Cli;

/// <summary>
/// <c>official import</c>, <c>list</c>, <c>undo</c>, <c>validate</c>: tables of official figures. docs/methods/official-figures.md describes them.
/// </summary>
internal static class OfficialVerb
{
    /// <summary>Exit code when the file was read and gives no figure.</summary>
    public const int NothingUsable = 3;

    public static Command Create() => new("official", "Looks after official figures: what registered cases are compared with.")
    {
        Import(), List(), Undo(), Validate(),
    };

    /// <summary>Everything of <c>import</c> but opening the database.</summary>
    /// <param name="stored">False: read and keep nothing.</param>
    internal static async Task<int> ImportAsync(
        IServiceProvider services, string path, OfficialNames names, bool stored, TextWriter output, CancellationToken cancellationToken)
    {
        await using var content = Open(path);
        var import = services.GetRequiredService<OfficialImport>();
        var draft = await ReadAsync(import, content, names, cancellationToken);
        OfficialEdition? edition = null;
        if (stored && draft.Problem is null)
        {
            var viewer = await services.GetRequiredService<IIncidentImporter>().EnsureAdministratorAsync(cancellationToken);
            var name = names.Edition ?? Path.GetFileNameWithoutExtension(path);
            edition = await import.StoreAsync(draft, names.Source, name, Path.GetFileName(path), viewer, cancellationToken);
        }

        await output.WriteLineAsync(OfficialJson.Of(Path.GetFileName(path), draft, edition));
        return draft.Problem is null ? 0 : NothingUsable;
    }

    private static Command Import()
    {
        var file = new Argument<string>("FILE")
        {
            Description = "Table of counts by state or district, year and head: CSV, XLSX, or any format that cases are read from",
        };
        var source = new Option<string>("--source") { Description = "Who published it", DefaultValueFactory = _ => "NCRB Crime in India" };
        var edition = new Option<string?>("--edition") { Description = "Which table it is, such as 'Table 1A.4, 2022'; otherwise the name of the file" };
        var year = new Option<int?>("--year") { Description = "Year of all of it, where neither a column nor a title says it" };
        var state = new Option<string?>("--state") { Description = "State of all its districts, where no column says it: name or code" };
        var entry = new Option<string?>("--entry") { Description = "Which file of an archive, where it holds several" };
        var sheet = new Option<string?>("--sheet") { Description = "Which sheet of a workbook, where several hold rows" };
        var dryRun = new Option<bool>("--dry-run") { Description = "Read, check and keep nothing" };
        var command = new Command("import", "Reads a table of official figures, checks its sums, keeps it as an edition and prints what became of it as JSON. "
            + "Exit codes: 0 done, 1 failed, 3 it gives no figure.") { file, source, edition, year, state, entry, sheet, dryRun };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var host = await VerbHost.OpenAsync(cancellation);
            var names = new OfficialNames(
                parsed.GetRequiredValue(source), parsed.GetValue(edition), parsed.GetValue(year), parsed.GetValue(state),
                new DataFileChoice(parsed.GetValue(entry), parsed.GetValue(sheet)));
            return await ImportAsync(host.Services, parsed.GetRequiredValue(file), names, !parsed.GetValue(dryRun), Console.Out, cancellation);
        });
        return command;
    }

    private static Command List()
    {
        var command = new Command("list", "Prints the editions that were loaded as JSON, newest first, those taken back among them.");
        command.SetAction(async (_, cancellation) =>
        {
            await using var host = await VerbHost.OpenAsync(cancellation);
            var editions = await host.Services.GetRequiredService<IOfficialFigures>().ListAsync(cancellation);
            await Console.Out.WriteLineAsync(OfficialJson.Of(editions));
            return 0;
        });
        return command;
    }

    private static Command Undo()
    {
        var id = new Argument<Guid>("ID") { Description = "Of the edition, as list prints it" };
        var command = new Command("undo", "Takes an edition back; what it replaced holds again.") { id };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var host = await VerbHost.OpenAsync(cancellation);
            var viewer = await host.Services.GetRequiredService<IIncidentImporter>().EnsureAdministratorAsync(cancellation);
            if (!await host.Services.GetRequiredService<IOfficialFigures>().UndoAsync(parsed.GetRequiredValue(id), viewer, cancellation))
                throw new OperatorException("There is no such edition that holds; 'official list' prints them.");
            await Console.Out.WriteLineAsync($$"""{ "undone": "{{parsed.GetRequiredValue(id)}}" }""");
            return 0;
        });
        return command;
    }

    private static Command Validate()
    {
        var place = new Option<string?>("--place") { Description = "Code of a state or district, such as IN-KL; otherwise the country" };
        var head = new Option<string?>("--head") { Description = "Code of a crime head, such as murder; otherwise all" };
        var year = new Option<int?>("--year") { Description = "Calendar year; 0 for all; otherwise the last that can be compared" };
        var command = new Command("validate", "Prints our figures beside official ones as JSON, the largest differences first, and whether official sums "
            + "reconcile.") { place, head, year };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var host = await VerbHost.OpenAsync(cancellation);
            var codes = new ScopeCodes(parsed.GetValue(place), parsed.GetValue(head));
            await Console.Out.WriteLineAsync(await ValidateAsync(host.Services, codes, parsed.GetValue(year), cancellation));
            return 0;
        });
        return command;
    }

    /// <summary>Everything of <c>validate</c> but opening the database.</summary>
    /// <exception cref="OperatorException">There is no such place or head.</exception>
    internal static async Task<string> ValidateAsync(IServiceProvider services, ScopeCodes codes, int? year, CancellationToken cancellationToken)
    {
        var viewer = await services.GetRequiredService<IIncidentImporter>().EnsureAdministratorAsync(cancellationToken);
        var reference = await services.GetRequiredService<IReferenceDataReader>().GetAsync(cancellationToken);
        var status = await services.GetRequiredService<IDataStatusReader>().GetAsync(cancellationToken);
        var today = DateOnly.FromDateTime(services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime);
        var scope = ScopeResolver.Resolve(codes, viewer, reference, status, today);
        if (scope.IsElsewhere || (codes.Head is { } head && reference.Heads.Find(head) is null))
            throw new OperatorException($"There is no place '{codes.Place}' or no crime head '{codes.Head}'; use codes such as IN-KL and murder.");
        return OfficialJson.Of(await services.GetRequiredService<ValidationAnalysis>().ReportAsync(scope, year, cancellationToken));
    }

    private static async Task<OfficialDraft> ReadAsync(OfficialImport import, Stream content, OfficialNames names, CancellationToken cancellationToken)
    {
        try
        {
            return await import.ReadAsync(content, names.Year, names.State, names.Choice, cancellationToken);
        }
        catch (ImportRefusedException refusal)
        {
            throw new OperatorException(ImportVerb.TextsFor(null).Of(refusal), refusal);
        }
    }

    /// <exception cref="OperatorException">It cannot be read.</exception>
    internal static FileStream Open(string path)
    {
        try
        {
            return File.OpenRead(path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new OperatorException($"The file '{path}' cannot be read: {failure.Message}", failure);
        }
    }
}
