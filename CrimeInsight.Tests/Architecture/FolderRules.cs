namespace CrimeInsight.Tests.Architecture;

/// <summary>How folders may use each other.</summary>
internal static class FolderRules
{
    /// <summary>Uses that lie on a circle of folders, one line for each pair, with a type that makes it.</summary>
    public static IReadOnlyList<FolderUse> OnCircles(IEnumerable<TypeUse> uses)
    {
        var edges = uses.GroupBy(use => (use.From, use.To)).ToDictionary(edge => edge.Key, edge => edge.First());
        var targets = edges.Keys.ToLookup(edge => edge.From, edge => edge.To);
        var reach = targets.ToDictionary(folder => folder.Key, folder => Reached(folder.Key, targets));
        return
        [
            .. edges.Where(edge => reach.TryGetValue(edge.Key.To, out var reached) && reached.Contains(edge.Key.From))
                .Select(edge => new FolderUse(edge.Key.From, edge.Key.To, $"{edge.Value.Type} names {edge.Value.Named}"))
                .OrderBy(use => use.ToString(), StringComparer.Ordinal),
        ];
    }

    /// <summary>Uses of one concern by another that is not made to read it.</summary>
    /// <param name="concerns">Names of concerns.</param>
    /// <param name="readers">Those of them that read others.</param>
    public static IReadOnlyList<FolderUse> Sideways(IEnumerable<TypeUse> uses, IReadOnlySet<string> concerns, IReadOnlySet<string> readers) =>
    [
        .. from use in uses
           let @from = Concern(use.From, concerns)
           let to = Concern(use.To, concerns)
           where to is not null && @from != to && IsBound(use.From, @from) && (@from is null || !readers.Contains(@from))
           group use by (use.From, use.To) into pair
           orderby pair.Key.From, pair.Key.To
           select new FolderUse(pair.Key.From, pair.Key.To, $"{pair.First().Type} names {pair.First().Named}"),
    ];

    // What belongs to no concern uses none, except where all is put together: the project's own folder, and the verbs.
    private static bool IsBound(string folder, string? concern) =>
        concern is not null || (folder.Contains('/', StringComparison.Ordinal) && folder != "Web/Cli");

    private static string? Concern(string folder, IReadOnlySet<string> concerns)
    {
        var parts = folder.Split('/');
        var at = parts is ["Web", "Features", _, ..] ? 2 : 1;
        return parts.Length > at && parts[0] is "Core" or "Data" or "Web" && concerns.Contains(parts[at]) ? parts[at] : null;
    }

    private static HashSet<string> Reached(string start, ILookup<string, string> targets)
    {
        var reached = new HashSet<string>();
        var open = new Stack<string>([start]);
        while (open.TryPop(out var folder))
        {
            foreach (var target in targets[folder].Where(reached.Add))
                open.Push(target);
        }

        return reached;
    }
}
