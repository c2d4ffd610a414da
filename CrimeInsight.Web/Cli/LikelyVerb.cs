using System.CommandLine;
using CrimeInsight.Core;
using CrimeInsight.Core.Import.Batches;
using CrimeInsight.Core.People;
using CrimeInsight.Web.Resources;

namespace CrimeInsight.Web.Cli;

/// <summary><c>batches likely</c>: cases of a batch that may have been entered twice.</summary>
internal static class LikelyVerb
{
    public static Command Create()
    {
        var limit = new Option<int>("--limit") { Description = "The most probable so many", DefaultValueFactory = _ => 1000 };
        var anew = new Option<bool>("--anew") { Description = "Looks again, also where somebody has looked" };
        var command = new Command("likely", "Looks for cases that may have been entered twice, and prints them as JSON. Decides nothing.") { limit, anew };
        BatchesVerb.Bind(command, withBatch: true, (services, viewer, parsed, texts, cancellation) => RunAsync(
            services.GetRequiredService<IBatchStore>(), services.GetRequiredService<ILikelyPairs>(), viewer,
            (parsed.GetRequiredValue<string>("BATCH"), parsed.GetValue(limit), parsed.GetValue(anew)), texts, Console.Out, cancellation));
        return command;
    }

    /// <exception cref="OperatorException">There is no such batch, or it is rolled back.</exception>
    internal static async Task RunAsync(
        IBatchStore batches, ILikelyPairs pairs, Viewer viewer, (string Batch, int Limit, bool IsAnew) asked, ImportTexts texts, TextWriter output,
        CancellationToken cancellationToken)
    {
        var batch = await BatchesVerb.FindAsync(batches, viewer, asked.Batch, texts, cancellationToken);
        try
        {
            var summary = await pairs.SummaryAsync(batch.Id, viewer, cancellationToken);
            if (asked.IsAnew || !summary.IsSearched)
                summary = await pairs.SearchAsync(batch.Id, viewer, cancellationToken);
            var open = await pairs.ListAsync(batch.Id, isOpen: true, asked.Limit, viewer, cancellationToken);
            var decided = await pairs.ListAsync(batch.Id, isOpen: false, asked.Limit, viewer, cancellationToken);
            await output.WriteLineAsync(BatchJson.Write(new
            {
                batch = batch.Id,
                likely = ForesightMembers.Describe(summary),
                same = summary.Same,
                different = summary.Different,
                pairs = open.Concat(decided).Select(ForesightMembers.Describe),
            }));
        }
        catch (BatchRefusedException refusal)
        {
            throw new OperatorException(texts[nameof(ImportText.BatchUnknown)], refusal);
        }
    }
}
