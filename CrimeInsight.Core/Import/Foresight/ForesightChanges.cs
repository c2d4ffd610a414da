using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Jurisdictions;

namespace CrimeInsight.Core.Import.Foresight;

/// <summary>
/// What an import would change: by states where it reaches several, by districts where it stays in one; month by month; in all and by head. Protected
/// heads are told together, and with as many open ones as keep a count of one to four of theirs from being worked out.
/// </summary>
public sealed class ForesightChanges
{
    private const long SmallCases = 4;

    private readonly Dictionary<(int Ordinal, Month Month), Dictionary<short, long>> _changes = [];
    private readonly CrimeHeadTree _heads;

    /// <param name="places">All jurisdictions.</param>
    /// <param name="changes">By the place of the case itself.</param>
    public ForesightChanges(IReadOnlyCollection<ForesightPlace> places, CrimeHeadTree heads, IReadOnlyList<ForesightCount> changes)
    {
        _heads = heads;
        var states = new ForesightPlaces(places, JurisdictionLevel.State);
        var districts = new ForesightPlaces(places, JurisdictionLevel.District);
        var isBroad = changes.Select(change => states.Of(change.Ordinal)).Distinct().Count() > 1 || changes.Any(change => districts.Of(change.Ordinal) is null);
        Places = isBroad ? states : districts;
        foreach (var change in changes)
        {
            if (change.Cases == 0 || Places.Of(change.Ordinal) is not { } place)
                continue;
            if (!_changes.TryGetValue((place.Ordinal, change.Month), out var byHead))
                _changes.Add((place.Ordinal, change.Month), byHead = []);
            byHead[change.HeadId] = byHead.GetValueOrDefault(change.HeadId) + change.Cases;
        }
    }

    /// <summary>Of what breadth is told.</summary>
    public ForesightPlaces Places { get; }

    public IReadOnlyList<int> Ordinals => [.. _changes.Keys.Select(key => key.Ordinal).Distinct().Order()];

    public IReadOnlyList<Month> Months => [.. _changes.Keys.Select(key => key.Month).Distinct().Order()];

    /// <param name="before">Cases stored in <see cref="Ordinals"/> and <see cref="Months"/>, of each head without others below it.</param>
    /// <returns>Place by place and month by month; the whole before its heads.</returns>
    public IEnumerable<ForeseenChange> Tell(IEnumerable<ForesightCount> before)
    {
        var stored = before.Where(count => _changes.ContainsKey((count.Ordinal, count.Month)))
            .GroupBy(count => (count.Ordinal, count.Month))
            .ToDictionary(cell => cell.Key, cell => cell.GroupBy(count => count.HeadId).ToDictionary(head => head.Key, head => head.Sum(count => count.Cases)));
        foreach (var (key, change) in _changes.OrderBy(cell => cell.Key))
        {
            if (change.Values.All(cases => cases == 0))
                continue;
            var was = stored.GetValueOrDefault(key) ?? [];
            var place = Places.Of(key.Ordinal)!.Code;
            yield return new ForeseenChange(key.Month, place, null, was.Values.Sum(), was.Values.Sum() + change.Values.Sum());
            foreach (var (code, then, now) in ByHead(was, change))
                yield return new ForeseenChange(key.Month, place, code, then, now);
        }
    }

    private List<(string Code, long Before, long After)> ByHead(Dictionary<short, long> was, Dictionary<short, long> change)
    {
        var all = was.Keys.Union(change.Keys)
            .Select(id => (Id: id, Before: was.GetValueOrDefault(id), After: was.GetValueOrDefault(id) + change.GetValueOrDefault(id)))
            .Where(head => head.Before != 0 || head.After != 0).ToList();
        var secret = all.Where(head => _heads.IsSensitive(head.Id)).ToList();
        var open = all.Where(head => !_heads.IsSensitive(head.Id)).OrderByDescending(head => head.Before + head.After).ThenBy(head => head.Id).ToList();
        var (before, after) = (secret.Sum(head => head.Before), secret.Sum(head => head.After));
        while (IsTelling(before, after))
        {
            if (open.Count == 0)
                return [];
            var hiding = Hiding(open, before, after);
            before += open[hiding].Before;
            after += open[hiding].After;
            open.RemoveAt(hiding);
        }

        var told = open.Select(head => (_heads.Find(head.Id)!.Code, head.Before, head.After)).ToList();
        if (secret.Count > 0)
            told.Add((ForeseenChange.Others, before, after));
        return told;
    }

    // The smallest that hides them by itself, else the one that changes most.
    private static int Hiding(List<(short Id, long Before, long After)> open, long before, long after)
    {
        var enough = open.FindLastIndex(head => !IsTelling(before + head.Before, after + head.After));
        return enough >= 0 ? enough : open.IndexOf(open.MaxBy(head => Math.Abs(head.After - head.Before)));
    }

    private static bool IsTelling(long before, long after) => IsSmall(before) || IsSmall(after) || IsSmall(Math.Abs(after - before));

    private static bool IsSmall(long cases) => cases is > 0 and <= SmallCases;
}
