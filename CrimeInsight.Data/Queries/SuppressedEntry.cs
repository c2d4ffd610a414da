namespace CrimeInsight.Data.Queries;

/// <summary>A cell of a table with its margins, and what a reader can know of it.</summary>
/// <param name="margin">Bits of the dimensions that are added up in it; 0: a cell of the table itself.</param>
internal sealed class SuppressedEntry(CellKey key, HeadGroup heads, int margin)
{
    /// <summary>No reader can know an upper end.</summary>
    private const long Unknown = long.MaxValue / 2;

    public CellKey Key { get; } = key;

    public int Margin { get; } = margin;

    public long Count { get; private set; }

    public long Sensitive { get; private set; }

    public Withholding Mark { get; private set; }

    /// <summary>Withheld for itself: what must not be worked out.</summary>
    public bool IsPrimary { get; private set; }

    /// <summary>In a line of which nothing is told, not even which cells are empty.</summary>
    public bool IsUntold { get; private set; }

    public void Add(long count, long sensitive) => (Count, Sensitive) = (Count + count, Sensitive + sensitive);

    /// <summary>Withholds it for itself, if it is to be.</summary>
    public void Judge()
    {
        IsPrimary = CellSuppression.IsRevealing(Count, Sensitive, heads.IsOneStepFromSensitive);
        Mark = !IsPrimary ? Withholding.None : Count == Sensitive ? Withholding.Small : Withholding.Protecting;
    }

    public void Protect() => Mark = Withholding.Protecting;

    public void Untell() => (Mark, IsUntold) = (Withholding.Protecting, true);

    /// <summary>It could, for all a reader knows, be one more or one less.</summary>
    /// <param name="step">1 or −1, of what the entry adds to its lines: margins are subtracted in them.</param>
    public bool CanMove(int step)
    {
        if (Mark == Withholding.None)
            return false;
        var (least, most) = Known();
        return int.IsEvenInteger(int.PopCount(Margin)) == step > 0 ? Count < most : Count > least;
    }

    // The cases of other heads in a total one step from sensitive ones can be asked for. An unmarked cell of sensitive heads
    // alone that is not empty has five or more.
    private (long Least, long Most) Known()
    {
        var others = heads.IsOneStepFromSensitive ? Count - Sensitive : 0;
        if (IsUntold)
            return (others, Unknown);
        if (IsPrimary)
            return (others + 1, others + CellSuppression.Threshold - 1);
        return (heads.IsWhollySensitive ? CellSuppression.Threshold : Math.Max(1, others), Unknown);
    }
}
