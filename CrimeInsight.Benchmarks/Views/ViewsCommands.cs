using System.CommandLine;
using Dapper;

namespace CrimeInsight.Benchmarks.Views;

/// <summary>
/// Keeps what every view says of a data folder, and holds what one build said against what another says, so that a change of the
/// code that must not change a figure can be seen not to.
/// </summary>
internal static class ViewsCommands
{
    private const string ForgetAttemptsSql = "DELETE FROM crime.attempt";
    private const string RenamedFile = "renamed.tsv";
    private const int MostShown = 5;

    /// <summary><c>views --data FOLDER --output FOLDER</c>.</summary>
    public static Command Keep()
    {
        var data = new Option<string>("--data") { Description = "Data folder with demo data and stored results; use a copy", Required = true };
        var output = new Option<string>("--output") { Description = "Where one file for each view goes", Required = true };
        var keep = new Command("views", $"Keeps the figures of {ViewCatalogue.All.Count} pages and files.") { data, output };
        keep.SetAction(async (parsed, cancellation) =>
        {
            await KeepAsync(parsed.GetRequiredValue(data), parsed.GetRequiredValue(output), Console.Out, cancellation);
            return 0;
        });
        return keep;
    }

    /// <summary><c>compare-views BEFORE AFTER</c>; ends with 1 when a figure is missing or another.</summary>
    public static Command Compare()
    {
        var before = new Argument<string>("before") { Description = "Folder of the earlier build" };
        var after = new Argument<string>("after")
        {
            Description = $"Folder of the later build; its {RenamedFile}, old and new name of a column in each line, may tell of new names",
        };
        var compare = new Command("compare-views", "Tells which figures of kept views are missing or have another value.") { before, after };
        compare.SetAction((parsed, cancellation) => CompareAsync(parsed.GetRequiredValue(before), parsed.GetRequiredValue(after), Console.Out, cancellation));
        return compare;
    }

    private static async Task KeepAsync(string data, string output, TextWriter log, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(output);
        await using var database = await BenchmarkDatabase.OpenAsync(data, cancellationToken);
        await using var site = await ServedSite.StartAsync(
            data, cancellationToken, ("Jobs__Automatic", "false"), ("Demo__Incidents", "0"), ("Logging__LogLevel__Default", "Warning"));
        foreach (var visit in ViewCatalogue.All.GroupBy(view => (view.Account, view.Culture)))
        {
            using var visitor = await ViewVisitor.SignInAsync(site.Address, visit.Key.Account, visit.Key.Culture, cancellationToken);
            foreach (var view in visit)
            {
                // One person may take only so many files in a while.
                await ForgetAttemptsAsync(database, cancellationToken);
                var figures = await visitor.LookAsync(view, cancellationToken);
                await figures.SaveAsync(Path.Combine(output, view.FileName), cancellationToken);
                await log.WriteLineAsync($"{figures.Rows.Length,6} rows  {view.Account} {view.Culture} {view.Address}");
            }
        }
    }

    private static async Task ForgetAttemptsAsync(BenchmarkDatabase database, CancellationToken cancellationToken)
    {
        await using var connection = await database.Owner.OpenConnectionAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(ForgetAttemptsSql, cancellationToken: cancellationToken));
    }

    private static async Task<int> CompareAsync(string before, string after, TextWriter log, CancellationToken cancellationToken)
    {
        var names = Path.Combine(after, RenamedFile);
        var renamed = File.Exists(names)
            ? (await File.ReadAllLinesAsync(names, cancellationToken)).Select(line => line.Split('\t')).ToDictionary(pair => pair[0], pair => pair[1])
            : [];
        var comparison = new ViewComparison(renamed);
        var (views, changed, figures) = (0, 0, 0);
        foreach (var path in Directory.GetFiles(before, "*.tsv").Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileName(path);
            if (name == RenamedFile)
                continue;
            views++;
            var was = await ViewFigures.LoadAsync(path, cancellationToken);
            var found = File.Exists(Path.Combine(after, name))
                ? comparison.Compare(was, await ViewFigures.LoadAsync(Path.Combine(after, name), cancellationToken))
                : [new ViewDifference("view", name, "not kept", IsFigure: true)];
            figures += was.Rows.Sum(row => row.Count(cell => cell.Any(char.IsAsciiDigit)));
            changed += found.Any(one => one.IsFigure) ? 1 : 0;
            Tell(log, name, found);
        }

        await log.WriteLineAsync($"{views} views with {figures} figures; {changed} views with figures that are missing or changed");
        return changed > 0 ? 1 : 0;
    }

    private static void Tell(TextWriter log, string name, IReadOnlyList<ViewDifference> found)
    {
        if (found.Count == 0)
            return;
        log.WriteLine($"{name}: {found.Count(one => one.IsFigure)} figures, {found.Count(one => !one.IsFigure)} words");
        foreach (var one in found.OrderByDescending(one => one.IsFigure).Take(MostShown))
            log.WriteLine($"    {one}");
    }
}
