namespace CrimeInsight.Core.Spatial.Clustering.Density;

/// <summary>Sets that only ever grow together (union-find with path halving, smaller into larger).</summary>
internal sealed class DisjointSets
{
    // A parent, or for a root minus the size of its set.
    private readonly int[] _parents;

    public DisjointSets(int count)
    {
        _parents = new int[count];
        Array.Fill(_parents, -1);
    }

    /// <summary>The member that stands for a set.</summary>
    public int Find(int member)
    {
        while (_parents[member] >= 0)
        {
            var parent = _parents[member];
            if (_parents[parent] >= 0)
                _parents[member] = _parents[parent];
            member = parent;
        }

        return member;
    }

    /// <returns>True when they were two sets.</returns>
    public bool Unite(int a, int b)
    {
        var (first, second) = (Find(a), Find(b));
        if (first == second)
            return false;
        if (_parents[first] > _parents[second])
            (first, second) = (second, first);
        _parents[first] += _parents[second];
        _parents[second] = first;
        return true;
    }
}
