namespace CrimeInsight.Core.Statutes;

/// <summary>
/// Gives each number of a text its act, which stands before its sections (IPC 420, IT Act 66D), behind them (302 IPC and 25
/// Arms Act), or here the one and there the other. Every act takes what is nearest; the last of several takes what is left.
/// </summary>
internal static class ActAssignment
{
    /// <returns>The act of each number, in their order; null where the text names none.</returns>
    public static List<(SectionToken Number, StatuteAct? Act)> Assign(IReadOnlyList<SectionToken> tokens)
    {
        var acts = Enumerable.Range(0, tokens.Count).Where(at => tokens[at].Act is not null).ToArray();
        var given = new StatuteAct?[tokens.Count];
        if (acts.Length > 0)
        {
            // What stands before the first act and behind the last can only be theirs.
            Give(given, 0, acts[0], tokens[acts[0]].Act);
            Give(given, acts[^1] + 1, tokens.Count, tokens[acts[^1]].Act);
            var hasSections = acts[0] > 0;
            for (var i = 0; i + 1 < acts.Length; i++)
                hasSections = Divide(tokens, given, acts[i], acts[i + 1], hasSections, acts[i + 1] + 1 < (i + 2 < acts.Length ? acts[i + 2] : tokens.Count));
        }

        return [.. Enumerable.Range(0, tokens.Count).Where(at => tokens[at].Act is null).Select(at => (tokens[at], given[at]))];
    }

    // Numbers between two acts.
    /// <param name="hasSections">The left act has some already.</param>
    /// <param name="hasMore">Numbers stand behind the right act.</param>
    /// <returns>The right act got some.</returns>
    private static bool Divide(
        IReadOnlyList<SectionToken> tokens, StatuteAct?[] given, int left, int right, bool hasSections, bool hasMore)
    {
        if (right == left + 1)
            return false;
        var isNearLeft = tokens[left + 1].Gap <= 1;
        var isNearRight = tokens[right].Gap <= 1;
        var cut = (isNearLeft, isNearRight) switch
        {
            (true, false) => right,
            (false, true) => left + 1,
            _ when hasSections => left + 1,
            _ when hasMore || right == left + 2 => right,
            _ => Widest(tokens, left + 2, right),
        };
        // An act between others that would be left without a section takes those behind it first: IPC 420 & 66D IT Act.
        if (cut == left + 1 && !hasSections && right > left + 2)
            cut = Widest(tokens, left + 2, right);
        Give(given, left + 1, cut, tokens[left].Act);
        Give(given, cut, right, tokens[right].Act);
        return cut < right;
    }

    // Where the gap before a number is the widest, and of equal ones the last.
    private static int Widest(IReadOnlyList<SectionToken> tokens, int from, int until) =>
        Enumerable.Range(from, until - from).MaxBy(at => (tokens[at].Gap, at));

    private static void Give(StatuteAct?[] given, int from, int until, StatuteAct? act)
    {
        for (var at = from; at < until; at++)
            given[at] = act;
    }
}
