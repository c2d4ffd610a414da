namespace CrimeInsight.Core.Spatial.Clustering.Hierarchy;

/// <summary>A cluster of the hierarchy.</summary>
internal sealed class Branch
{
    private double _sumOfExits;

    /// <summary>The cluster that holds it; −1: none.</summary>
    public int Parent { get; private set; } = -1;

    /// <summary>Those it splits into.</summary>
    public List<int> Children { get; } = [];

    public int Size { get; private set; }

    /// <summary>The distance at which it parts from its parent; infinite for the one that holds all.</summary>
    public double BirthLevel { get; private set; } = double.PositiveInfinity;

    /// <summary>The least distance at which two points of it, or of the densest cluster it holds, are still joined.</summary>
    public double LeastLevel { get; set; } = double.PositiveInfinity;

    /// <summary>The least distance at which it was still one cluster.</summary>
    public double LastLevel { get; private set; } = double.PositiveInfinity;

    /// <summary>Σ over its points of 1/(distance it left at) − 1/(distance the cluster began at).</summary>
    public double Stability => _sumOfExits - Size / BirthLevel;

    /// <summary>The distance below which it is no more: where it splits into those it holds; 0 for one that holds none.</summary>
    public double SplitLevel => Children.Count > 0 ? LastLevel : 0;

    /// <summary>A point of its own leaves.</summary>
    public void Lose(double level)
    {
        Size++;
        _sumOfExits += 1 / level;
        LastLevel = Math.Min(LastLevel, level);
    }

    /// <summary>Splits, and this is one of the parts.</summary>
    public void Hold(Branch child, int number, int own, double level)
    {
        Children.Add(number);
        Size += child.Size;
        _sumOfExits += child.Size / level;
        LastLevel = Math.Min(LastLevel, level);
        (child.Parent, child.BirthLevel) = (own, level);
    }
}
