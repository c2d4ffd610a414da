using System.CommandLine;
using System.Data.Common;
using System.Globalization;
using CrimeInsight.Core;
using CrimeInsight.Core.Import;
using CrimeInsight.Core.Import.Preparing;
using CrimeInsight.Core.Import.Suggesting;
using CrimeInsight.Core.People;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Formatting;
using Microsoft.AspNetCore.Identity;

namespace CrimeInsight.Web.Cli;

/// <summary><c>import</c>: loads a file of incidents as one batch. docs/import.md describes files, mappings, reasons and exit codes.</summary>
internal static class ImportVerb
{
    /// <summary>Exit code when the file was read to its end and every row was rejected.</summary>
    public const int NothingUsable = 3;

    private const int Cancelled = 130, MostNames = 5;

    public static Command Create()
    {
        var arguments = new ImportArguments();
        var command = new Command("import",
            "Imports incidents from a file, all of it or nothing, and prints { accepted, updated, duplicates, conflicts, rejected, ... } as JSON. Exit codes: "
                + "0 done, 1 refused or failed, 3 every row was rejected, 130 cancelled.");
        arguments.AddTo(command);
        command.SetAction((parsed, cancellation) => RunAsync(arguments.Read(parsed), TextsFor(parsed.GetValue(arguments.Culture)), cancellation));
        return command;
    }

    internal static ImportTexts TextsFor(string? culture) =>
        new(AppCultures.Find(culture) ?? AppCultures.Find(CultureInfo.CurrentUICulture.Name) ?? AppCultures.Find(AppCultures.Default)!);

    /// <summary>Everything but opening the database.</summary>
    /// <exception cref="OperatorException">The file, the mapping, the person or the database is at fault; the message is localized.</exception>
    internal static async Task<int> RunAsync(
        IServiceProvider services, ImportOptions options, ImportTexts texts, TextWriter output, TextWriter errors, CancellationToken cancellationToken)
    {
        try
        {
            var mapping = await MappingFiles.ReadAsync(options.Mapping, texts, cancellationToken);
            var viewer = await FindAsync(services, options.User, texts, cancellationToken);
            using var input = ImportInput.Open(options);
            if (options.IsSuggestion)
                return await SuggestAsync(services, options, input, viewer, output, cancellationToken);
            return await ImportAsync(services, options, texts, (mapping, input, viewer), (output, errors), cancellationToken);
        }
        catch (ImportRefusedException refusal)
        {
            throw new OperatorException(texts.Of(refusal), refusal);
        }
        catch (DatabaseLostException lost)
        {
            throw new OperatorException(texts[nameof(ImportText.DatabaseLost)], lost);
        }
        catch (IOException failure)
        {
            throw new OperatorException(texts.Of(new ImportRefusedException(FileProblem.Unreadable, failure.Message)), failure);
        }
        catch (UnauthorizedAccessException refusal)
        {
            throw new OperatorException(texts[nameof(ImportText.DatabaseFailed), refusal.Message], refusal);
        }
        catch (DbException failure) when (!cancellationToken.IsCancellationRequested)
        {
            throw new OperatorException(texts[nameof(ImportText.DatabaseFailed), failure.Message], failure);
        }
    }

    private static async Task<int> ImportAsync(
        IServiceProvider services, ImportOptions options, ImportTexts texts, (string? Mapping, ImportInput Input, Viewer Viewer) asked,
        (TextWriter Output, TextWriter Errors) told, CancellationToken cancellationToken)
    {
        var ((mapping, input, viewer), (output, errors)) = (asked, told);
        using var rejects = OpenRejects(options, texts, errors);
        var meter = new ImportMeter(texts, input.Length, errors, isTerminal: ReferenceEquals(errors, Console.Error) && !Console.IsErrorRedirected);
        var foresight = options.IsDryRun ? new ForesightMembers() : null;
        var request = Request(options, mapping, input, rejects, texts) with { Foresight = foresight };
        try
        {
            var report = await ImportAsync(services.GetRequiredService<IIncidentImporter>(), request, viewer, meter, cancellationToken);
            return await TellAsync(report);
        }
        catch (ImportRefusedException stopped) when (stopped.Report is { } report)
        {
            // What is wrong with the rows is told all the same.
            await TellAsync(report);
            throw;
        }

        async Task<int> TellAsync(ImportReport report)
        {
            if (report.Rejected > 0)
                rejects?.Keep();
            await output.WriteLineAsync(ImportReportJson.Write(report, report.Rejected > 0 ? rejects?.Path : null, foresight));
            await SummariseAsync(report, texts, errors);
            return report.Rows > 0 && report.Rejected == report.Rows ? NothingUsable : 0;
        }
    }

    // Its middle and end are looked at: a pipe has only a beginning.
    private static async Task<int> SuggestAsync(
        IServiceProvider services, ImportOptions options, ImportInput input, Viewer viewer, TextWriter output, CancellationToken cancellationToken)
    {
        if (!input.Content.CanSeek)
            throw new ImportRefusedException(FileProblem.Unreadable, "--suggest -");
        var name = Path.GetFileNameWithoutExtension(options.FileName);
        var adviser = services.GetRequiredService<IMappingAdviser>();
        var choice = new DataFileChoice(options.Entry, options.Sheet);
        var advice = await adviser.SuggestAsync(input.Content, options.Source ?? name, viewer, options.Encoding, choice, name, cancellationToken);
        await output.WriteLineAsync(advice.Mapping.ToJson());
        return 0;
    }

    private static async Task<int> RunAsync(ImportOptions options, ImportTexts texts, CancellationToken cancellationToken)
    {
        try
        {
            await using var host = await VerbHost.OpenAsync(cancellationToken);
            await using var scope = host.Services.CreateAsyncScope();
            return await RunAsync(scope.ServiceProvider, options, texts, Console.Out, Console.Error, cancellationToken);
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            await Console.Error.WriteLineAsync(texts[nameof(ImportText.Cancelled)]);
            return Cancelled;
        }
    }

    private static async Task<ImportReport> ImportAsync(
        IIncidentImporter importer, ImportRequest request, Viewer viewer, ImportMeter meter, CancellationToken cancellationToken)
    {
        try
        {
            return await importer.ImportAsync(request, viewer, meter, cancellationToken);
        }
        finally
        {
            meter.Clear();
        }
    }

    private static ImportRequest Request(ImportOptions options, string? mapping, ImportInput input, RejectsFile? rejects, ImportTexts texts) => new()
    {
        FileName = options.FileName,
        Content = input.Content,
        IsUnchanged = input.IsUnchanged,
        MappingJson = mapping,
        Encoding = options.Encoding,
        Source = options.Source,
        Choice = new DataFileChoice(options.Entry, options.Sheet),
        IsDryRun = options.IsDryRun,
        EndsDemo = options.EndsDemo,
        Updates = options.Updates,
        EqualRows = options.EqualRows,
        Override = StopRules.ReasonOf(options.Override),
        Supersedes = [.. options.Supersedes.Select(text => SupersededMonthOf(text, texts))],
        Rejects = rejects?.Writer,
    };

    private static SupersededMonth SupersededMonthOf(string text, ImportTexts texts) =>
        text.Split(':') is [{ Length: > 0 } place, var month]
        && DateOnly.TryParseExact(month, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first)
            ? new SupersededMonth(place, first)
            : throw new OperatorException(texts[nameof(ImportText.SupersedeInvalid), text]);

    internal static async Task<Viewer> FindAsync(IServiceProvider services, string? userName, ImportTexts texts, CancellationToken cancellationToken)
    {
        if (userName is null)
            return await services.GetRequiredService<IIncidentImporter>().EnsureAdministratorAsync(cancellationToken);
        var person = await services.GetRequiredService<IUserStore<Person>>().FindByNameAsync(userName.Normalize().ToUpperInvariant(), cancellationToken)
            ?? throw new OperatorException(texts[nameof(ImportText.PersonUnknown), userName]);
        return person.Role == PersonRole.Admin ? person.ToViewer() : throw new OperatorException(texts[nameof(ImportText.AdministratorNeeded), userName]);
    }

    private static string Describe(IGrouping<(ImportWarning Warning, string Column), WarningCount> warnings, ImportTexts texts)
    {
        var rows = warnings.Sum(warning => warning.Rows);
        var named = warnings.Where(warning => warning.Written is not null).Take(MostNames).Select(warning => $"{warning.Written} → {warning.Code}");
        var names = string.Join(", ", named);
        return $"  {(rows == 0 ? "" : texts.Number(rows) + "  ")}{warnings.Key.Column}: {texts.Of(warnings.Key.Warning)}"
            + (names.Length == 0 ? "" : $" ({names})");
    }

    private static RejectsFile? OpenRejects(ImportOptions options, ImportTexts texts, TextWriter errors)
    {
        if (options.RejectsPath is not { } path)
            return null;
        try
        {
            if (!options.IsStandardInput && Path.GetFullPath(path) == Path.GetFullPath(options.File))
                throw new IOException($"= {options.FileName}");
            return RejectsFile.Open(path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            var message = texts[nameof(ImportText.RejectsUnwritable), path, failure.Message];
            // Where the person chose it, they count on it; beside a file on a read-only disk they may not.
            if (options.Rejects is not null)
                throw new OperatorException(message, failure);
            errors.WriteLine(message);
            return null;
        }
    }

    private static async Task SummariseAsync(ImportReport report, ImportTexts texts, TextWriter errors)
    {
        await errors.WriteLineAsync(texts[
            report.IsDryRun ? nameof(ImportText.SummaryDryRun) : nameof(ImportText.Summary),
            texts.Number(report.Accepted), texts.Number(report.Duplicates), texts.Number(report.Rejected), texts.Number(report.Updated),
            texts.Number(report.Conflicts)]);
        if (report.EqualRows > 0)
            await errors.WriteLineAsync("  " + texts[
                report.Preparation?.IsOn(PreparationStep.Duplicates) == true ? nameof(ImportText.SummaryEqualDropped) : nameof(ImportText.SummaryEqualKept),
                texts.Number(report.EqualRows)]);
        if (report.Preparation is { } prepared && prepared.Repaired + prepared.Imputed > 0)
            await errors.WriteLineAsync("  " + texts[nameof(ImportText.SummaryPrepared), texts.Number(prepared.Repaired), texts.Number(prepared.Imputed)]);
        if (report.Anomalies.Length > 0)
            await errors.WriteLineAsync("  " + texts[nameof(ImportText.SummaryAnomalies), texts.Number(report.Anomalies.Length)]);
        foreach (var (reason, rows) in report.Reasons)
            await errors.WriteLineAsync($"  {texts.Number(rows)}  {reason}: {texts.Of(reason)}");
        foreach (var warnings in report.Warnings.GroupBy(warning => (warning.Warning, warning.Column)))
            await errors.WriteLineAsync(Describe(warnings, texts));
        if (report.Rows > 0 && report.Rejected == report.Rows)
            await errors.WriteLineAsync(texts[nameof(ImportText.NothingUsable)]);
    }
}
