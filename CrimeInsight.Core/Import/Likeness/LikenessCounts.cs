namespace CrimeInsight.Core.Import.Likeness;

/// <summary>How often pairs of different cases agree at each level of each field.</summary>
public sealed class LikenessCounts
{
    private const int MostLevels = 5;

    private readonly long[] _counts = new long[Agreement.Fields.Count * MostLevels];

    /// <summary>Pairs that agree at this level.</summary>
    public long this[LikenessField field, int level] => _counts[(int)field * MostLevels + level];

    /// <summary>Pairs in which both know the field.</summary>
    public long Total(LikenessField field)
    {
        long total = 0;
        for (var level = 1; level < MostLevels; level++)
            total += this[field, level];
        return total;
    }

    /// <summary>People, hours and property go with the head: of other heads only the head is counted.</summary>
    internal void Add(Agreement pair)
    {
        Count(LikenessField.Head, pair);
        if (pair[LikenessField.Head] > 2)
            return;
        foreach (var field in Agreement.Fields)
            if (field is not (LikenessField.Station or LikenessField.Day or LikenessField.Head))
                Count(field, pair);
    }

    private void Count(LikenessField field, Agreement pair) => _counts[(int)field * MostLevels + pair[field]]++;
}
