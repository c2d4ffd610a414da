namespace CrimeInsight.Tests.Core.Spatial.Clustering;

/// <summary>DBSCAN as the paper tells it, point by point in their order, in quadratic time: what the fast one is compared with.</summary>
internal static class PlainDbscan
{
    public static (int[] Labels, bool[] IsCore) Run(int count, int minPoints, Func<int, int, bool> areNear)
    {
        var near = Enumerable.Range(0, count).Select(i => Enumerable.Range(0, count).Where(j => areNear(i, j)).ToArray()).ToArray();
        var isCore = Array.ConvertAll(near, list => list.Length >= minPoints);
        var labels = Enumerable.Repeat(-1, count).ToArray();
        var clusters = 0;
        for (var i = 0; i < count; i++)
        {
            if (!isCore[i] || labels[i] >= 0)
                continue;
            var waiting = new Stack<int>([i]);
            while (waiting.TryPop(out var point))
            {
                if (labels[point] >= 0)
                    continue;
                labels[point] = clusters;
                if (!isCore[point])
                    continue;
                foreach (var other in near[point])
                    waiting.Push(other);
            }

            clusters++;
        }

        return (labels, isCore);
    }
}
