using System.Collections.Immutable;

namespace CrimeInsight.Core.Spatial.Clustering.Matching;

/// <summary>The clusters followed so far.</summary>
internal sealed class Tracking(MatchRequest request, int stepCount)
{
    private readonly List<List<ClusterStage>> _tracks = [];
    private readonly List<ClusterEvent> _events = [];
    private readonly SortedSet<int> _open = [];
    private readonly Dictionary<int, LabelSearch> _recent = [];

    /// <summary>Goes on to the next step.</summary>
    public void Add(int step, LabelSearch clusters, double squaredChord)
    {
        Close(step);
        var relations = Relations(clusters, squaredChord);
        var (cameFrom, wentOn) = (new Dictionary<int, int>(), new HashSet<int>());
        foreach (var relation in relations)
        {
            if (cameFrom.ContainsKey(relation.Label) || !wentOn.Add(relation.Track))
                continue;
            cameFrom[relation.Label] = relation.Track;
            _tracks[relation.Track].Add(new ClusterStage(step, relation.Label, clusters.Sizes[relation.Label]));
            _events.Add(new ClusterEvent(step, ClusterEventKind.Survives, relation.Track, null, relation.Overlap));
        }

        foreach (var relation in relations.Where(relation => !wentOn.Contains(relation.Track)).DistinctBy(relation => relation.Track))
        {
            _events.Add(new ClusterEvent(step, ClusterEventKind.Merges, relation.Track, cameFrom[relation.Label], relation.Overlap));
            _open.Remove(relation.Track);
        }

        Begin(step, clusters, relations, cameFrom);
        _recent[step] = clusters;
        _recent.Remove(step - 1 - request.MostGap);
    }

    /// <summary>What was found.</summary>
    public MatchReport End()
    {
        Close(stepCount);
        return new MatchReport(
            request,
            [.. _tracks.Select((stages, number) => new ClusterTrack(number, [.. stages], stepCount))],
            [.. _events.OrderBy(item => item.Step).ThenBy(item => item.Track)]);
    }

    /// <summary>Ends what has been missing for too long.</summary>
    private void Close(int step)
    {
        foreach (var track in _open.Where(track => step - _tracks[track][^1].Step > request.MostGap + 1).ToList())
        {
            _open.Remove(track);
            _events.Add(new ClusterEvent(_tracks[track][^1].Step + 1, ClusterEventKind.Ends, track, null, 0));
        }
    }

    /// <summary>Pairs of followed and new clusters that overlap enough, the most first.</summary>
    private ImmutableArray<Relation> Relations(LabelSearch clusters, double squaredChord)
    {
        var relations = new List<Relation>();
        foreach (var (step, before) in _recent.OrderBy(entry => entry.Key))
        {
            var tracks = _open.Where(track => _tracks[track][^1].Step == step).ToDictionary(track => _tracks[track][^1].Label);
            if (tracks.Count == 0)
                continue;
            var (forward, back) = (before.CountsNear(clusters, squaredChord), clusters.CountsNear(before, squaredChord));
            foreach (var ((own, label), near) in forward)
            {
                if (!tracks.TryGetValue(own, out var track))
                    continue;
                var (size, otherSize, otherNear) = ((double)before.Sizes[own], (double)clusters.Sizes[label], back.GetValueOrDefault((label, own)));
                if (Math.Max(near / size, otherNear / otherSize) >= request.LeastShare)
                    relations.Add(new Relation(track, label, (near + otherNear) / (size + otherSize)));
            }
        }

        return [.. relations.OrderByDescending(relation => relation.Overlap).ThenBy(relation => relation.Track).ThenBy(relation => relation.Label)];
    }

    private void Begin(int step, LabelSearch clusters, ImmutableArray<Relation> relations, Dictionary<int, int> cameFrom)
    {
        for (var label = 0; label < clusters.Sizes.Length; label++)
        {
            if (cameFrom.ContainsKey(label) || clusters.Sizes[label] == 0)
                continue;
            var origin = relations.FirstOrDefault(relation => relation.Label == label);
            var track = _tracks.Count;
            _tracks.Add([new ClusterStage(step, label, clusters.Sizes[label])]);
            _open.Add(track);
            _events.Add(origin.Overlap > 0
                ? new ClusterEvent(step, ClusterEventKind.Splits, track, origin.Track, origin.Overlap)
                : new ClusterEvent(step, ClusterEventKind.Born, track, null, 0));
        }
    }

    /// <param name="Overlap">Share of the members of both that are near the other's.</param>
    private readonly record struct Relation(int Track, int Label, double Overlap);
}
