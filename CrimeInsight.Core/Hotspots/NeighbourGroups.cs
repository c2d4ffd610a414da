using CrimeInsight.Core.Spatial.Weights;


namespace CrimeInsight.Core.Hotspots;

/// <summary>Places of one class that are linked by neighbours of that class: what a reader sees as one hotspot.</summary>
internal static class NeighbourGroups
{
    /// <returns>Positions, those of a group in the order they were reached; places of no class are in none.</returns>
    public static List<List<int>> Of(PlaceClass[] classes, SpatialWeights weights)
    {
        var seen = new bool[classes.Length];
        var groups = new List<List<int>>();
        for (var first = 0; first < classes.Length; first++)
        {
            if (seen[first] || classes[first] == PlaceClass.None)
                continue;
            seen[first] = true;
            var group = new List<int> { first };
            for (var next = 0; next < group.Count; next++)
            {
                foreach (var neighbour in weights.NeighboursOf(group[next]))
                {
                    if (seen[neighbour] || classes[neighbour] != classes[first])
                        continue;
                    seen[neighbour] = true;
                    group.Add(neighbour);
                }
            }

            groups.Add(group);
        }

        return groups;
    }
}
