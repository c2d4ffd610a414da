using System.CommandLine;
using System.Data.Common;
using CrimeInsight.Core;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Sources;
using CrimeInsight.Data.DataRoom;
using CrimeInsight.Web.Features.DataRoom;
using CrimeInsight.Web.Features.SignIn;
using CrimeInsight.Web.Features.Sources;
using CrimeInsight.Web.Resources;

namespace CrimeInsight.Web.Cli;

/// <summary><c>sources</c>: lists sources, and reads one here and now.</summary>
internal static class SourcesVerb
{
    public static Command Create()
    {
        var listed = new Command("list", "Prints the sources with how they stand as JSON.");
        var name = new Argument<string>("NAME") { Description = "Of the source" };
        var run = new Command("run", "Reads a source now, under the rights of its owner, and prints what became of it as JSON.") { name };
        Bind(listed, async (services, viewer, _, texts, cancellation) =>
        {
            var sources = await services.GetRequiredService<ISourceStore>().ListAsync(viewer, cancellation);
            await Console.Out.WriteLineAsync(BatchJson.Write(sources.Select(Describe)));
            return 0;
        });
        Bind(run, (services, viewer, parsed, texts, cancellation) => RunAsync(services, viewer, parsed.GetRequiredValue(name), texts, cancellation));
        return new Command("sources", "Lists the places from which files come by themselves, and reads one now (docs/operations.md).") { listed, run };
    }

    /// <returns>1 when it could not be read.</returns>
    /// <exception cref="OperatorException">There is no such source, or it is being read.</exception>
    internal static async Task<int> RunAsync(IServiceProvider services, Viewer viewer, string name, ImportTexts texts, CancellationToken cancellationToken)
    {
        var store = services.GetRequiredService<ISourceStore>();
        var source = (await store.ListAsync(viewer, cancellationToken)).FirstOrDefault(one => one.Edit.Name == name)
            ?? throw new OperatorException(Text(nameof(SourcesText.VerbUnknown), texts, name));
        var asked = await store.AskAsync(viewer, source.Id, byClock: false, cancellationToken)
            ?? throw new OperatorException(Text(nameof(SourcesText.RunBusy), texts));
        var turn = new SourceTurn(asked, source.Id, source.Edit.OwnerId);
        var run = await services.GetRequiredService<SourceWorker>().RunAsync(turn, cancellationToken)
            ?? throw new OperatorException(Text(nameof(SourcesText.RunBusy), texts));
        await Console.Out.WriteLineAsync(BatchJson.Write(Describe(run)));
        if (run.Trouble is { } trouble)
            await Console.Error.WriteLineAsync(SourceWords.Of(trouble, texts.Culture));
        return run.State == SourceRunState.Failed ? 1 : 0;
    }

    private static object Describe(Source source) => new
    {
        name = source.Edit.Name, kind = Camel(source.Edit.Kind), address = source.Edit.Address, owner = source.OwnerName, paused = source.IsPaused,
        next = source.NextAt, failing = source.IsFailing, last = source.Last is { } last ? Describe(last) : null,
    };

    private static object Describe(SourceRun run) => new
    {
        state = Camel(run.State), at = run.FinishedAt, file = run.FileName, sha256 = run.Sha256, upload = run.UploadId, batch = run.BatchId,
        rows = run.Counts?.Rows, accepted = run.Counts?.Accepted, updated = run.Counts?.Updated, duplicates = run.Counts?.Duplicates,
        conflicts = run.Counts?.Conflicts, rejected = run.Counts?.Rejected, problem = run.Trouble?.Problem.ToString(),
        doubts = (run.Doubts ?? []).Select(Camel),
    };

    private static string Camel<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    private static string Text(string key, ImportTexts texts, params object[] values) =>
        string.Format(texts.Culture, SourcesText.ResourceManager.GetString(key, texts.Culture) ?? key, values);

    private static void Bind(Command command, Func<IServiceProvider, Viewer, ParseResult, ImportTexts, CancellationToken, Task<int>> run)
    {
        var user = new Option<string?>("--as") { Description = "Sign-in name of the administrator; otherwise the first of the whole country" };
        var culture = new Option<string?>("--culture") { Description = "Language of messages: en-IN, hi-IN or ta-IN; otherwise the system's" };
        command.Options.Add(user);
        command.Options.Add(culture);
        command.SetAction(async (parsed, cancellation) =>
        {
            var texts = ImportVerb.TextsFor(parsed.GetValue(culture));
            await using var host = await VerbHost.OpenAsync(
                cancellation, services => services.AddSiteKeys().AddUploadRules().AddUploadWork().AddSources());
            await using var scope = host.Services.CreateAsyncScope();
            try
            {
                var viewer = await ImportVerb.FindAsync(scope.ServiceProvider, parsed.GetValue(user), texts, cancellation);
                return await run(scope.ServiceProvider, viewer, parsed, texts, cancellation);
            }
            catch (DbException failure) when (!cancellation.IsCancellationRequested)
            {
                throw new OperatorException(texts[nameof(ImportText.DatabaseFailed), failure.Message], failure);
            }
        });
    }
}
