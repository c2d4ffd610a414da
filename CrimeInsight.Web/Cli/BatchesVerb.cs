using System.CommandLine;
using System.Data.Common;
using System.Globalization;
using CrimeInsight.Core;
using CrimeInsight.Core.Import;
using CrimeInsight.Core.Import.Batches;
using CrimeInsight.Core.People;
using CrimeInsight.Web.Resources;

namespace CrimeInsight.Web.Cli;

/// <summary><c>batches</c>: what was brought in, what became of its rows, and taking it back.</summary>
internal static class BatchesVerb
{
    private const int PageRows = 10_000;

    public static Command Create()
    {
        var limit = new Option<int>("--limit") { Description = "The latest so many", DefaultValueFactory = _ => 50 };
        var rows = new Option<BatchRows?>("--rows") { Description = "Prints the batch's rejects, duplicates or conflicts as CSV instead" };
        var listed = new Command("list", "Prints the batches, the latest first, as JSON.") { limit };
        var shown = new Command("show", "Prints one batch as JSON, or its rows.") { rows };
        var undone = new Command("rollback",
            "Takes a batch back: its cases go, what it changed is again what it was, all totals with them, or nothing of it. Prints { removed, restored, "
                + "orphaned } as JSON.");
        Bind(listed, withBatch: false, (batches, viewer, parsed, _, output, _, cancellation) =>
            ListAsync(batches, viewer, parsed.GetValue(limit), output, cancellation));
        Bind(shown, withBatch: true, async (batches, viewer, parsed, texts, output, _, cancellation) =>
            await ShowAsync(batches, viewer, parsed.GetRequiredValue<string>("BATCH"), parsed.GetValue(rows), texts, output, cancellation));
        Bind(undone, withBatch: true, async (batches, viewer, parsed, texts, output, errors, cancellation) =>
            await RollBackAsync(batches, viewer, parsed.GetRequiredValue<string>("BATCH"), texts, output, errors, cancellation));
        return new Command("batches", "Lists batches, shows their rows, and takes them back (docs/import.md).") { listed, shown, undone, LikelyVerb.Create() };
    }

    internal static async Task ListAsync(IBatchStore batches, Viewer viewer, int limit, TextWriter output, CancellationToken cancellationToken) =>
        await output.WriteLineAsync(BatchJson.Write((await batches.ListAsync(limit, null, viewer, cancellationToken)).Select(BatchJson.Describe)));

    /// <exception cref="OperatorException">There is no such batch.</exception>
    internal static async Task ShowAsync(
        IBatchStore batches, Viewer viewer, string name, BatchRows? rows, ImportTexts texts, TextWriter output, CancellationToken cancellationToken)
    {
        var batch = await FindAsync(batches, viewer, name, texts, cancellationToken);
        if (rows is { } kind)
            await BatchRowsFile.WriteAsync(batches, batch.Id, kind, PageRows, viewer, output, cancellationToken);
        else
            await output.WriteLineAsync(BatchJson.Write(BatchJson.Describe(batch)));
    }

    /// <exception cref="OperatorException">It cannot be taken back; the message is localized.</exception>
    internal static async Task RollBackAsync(
        IBatchStore batches, Viewer viewer, string name, ImportTexts texts, TextWriter output, TextWriter errors, CancellationToken cancellationToken)
    {
        var batch = await FindAsync(batches, viewer, name, texts, cancellationToken);
        var meter = new ImportMeter(texts, 0, errors, isTerminal: ReferenceEquals(errors, Console.Error) && !Console.IsErrorRedirected);
        try
        {
            var report = await batches.RollBackAsync(batch.Id, viewer, meter, cancellationToken);
            await output.WriteLineAsync(BatchJson.Write(new
            {
                batch = batch.Id,
                removed = report.Removed,
                restored = report.Restored,
                orphaned = report.Orphaned,
                seconds = Math.Round(report.Seconds, 2),
            }));
            await errors.WriteLineAsync(texts[nameof(ImportText.BatchRolledBackNow), texts.Number(report.Removed), texts.Number(report.Restored)]);
            if (report.Orphaned > 0)
                await errors.WriteLineAsync("  " + texts[nameof(ImportText.BatchOrphaned), texts.Number(report.Orphaned)]);
        }
        catch (BatchRefusedException refusal)
        {
            throw new OperatorException(texts.Of(refusal), refusal);
        }
        catch (DatabaseLostException lost)
        {
            throw new OperatorException(texts[nameof(ImportText.DatabaseLost)], lost);
        }
        catch (UnauthorizedAccessException refusal)
        {
            throw new OperatorException(refusal.Message, refusal);
        }
        finally
        {
            meter.Clear();
        }
    }

    /// <summary>By its number or its id.</summary>
    /// <exception cref="OperatorException">There is no such batch.</exception>
    internal static async Task<BatchSummary> FindAsync(
        IBatchStore batches, Viewer viewer, string name, ImportTexts texts, CancellationToken cancellationToken)
    {
        var found = Guid.TryParse(name, out var id) ? await batches.OpenAsync(id, viewer, cancellationToken)
            : int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? (await batches.ListAsync(1, number == int.MaxValue ? number : number + 1, viewer, cancellationToken))
                    .FirstOrDefault(batch => batch.Number == number)
                : null;
        return found ?? throw new OperatorException(texts[nameof(ImportText.BatchUnknown)]);
    }

    private static void Bind(
        Command command,
        bool withBatch,
        Func<IBatchStore, Viewer, ParseResult, ImportTexts, TextWriter, TextWriter, CancellationToken, Task> run) =>
        Bind(command, withBatch, (IServiceProvider services, Viewer viewer, ParseResult parsed, ImportTexts texts, CancellationToken cancellation) =>
            run(services.GetRequiredService<IBatchStore>(), viewer, parsed, texts, Console.Out, Console.Error, cancellation));

    /// <summary>Gives a command the options of all, and runs it as the person they name.</summary>
    internal static void Bind(
        Command command, bool withBatch, Func<IServiceProvider, Viewer, ParseResult, ImportTexts, CancellationToken, Task> run)
    {
        var user = new Option<string?>("--as") { Description = "Sign-in name of the administrator; otherwise the first of the whole country" };
        var culture = new Option<string?>("--culture") { Description = "Language of messages: en-IN, hi-IN or ta-IN; otherwise the system's" };
        if (withBatch)
            command.Arguments.Add(new Argument<string>("BATCH") { Description = "Its number or id, as 'batches list' and the import print it" });
        command.Options.Add(user);
        command.Options.Add(culture);
        command.SetAction(async (parsed, cancellation) =>
        {
            var texts = ImportVerb.TextsFor(parsed.GetValue(culture));
            await using var host = await VerbHost.OpenAsync(cancellation);
            await using var scope = host.Services.CreateAsyncScope();
            try
            {
                var viewer = await ImportVerb.FindAsync(scope.ServiceProvider, parsed.GetValue(user), texts, cancellation);
                await run(scope.ServiceProvider, viewer, parsed, texts, cancellation);
                return 0;
            }
            catch (DbException failure) when (!cancellation.IsCancellationRequested)
            {
                throw new OperatorException(texts[nameof(ImportText.DatabaseFailed), failure.Message], failure);
            }
        });
    }
}
