namespace CrimeInsight.Core.Import.Likeness;

/// <summary>
/// How far two cases agree in each field: a level of each, four bits, 1 the closest, 0 where either does not know. Stored with pairs.
/// </summary>
/// <param name="Bits">All levels; that of the first field lowest.</param>
public readonly record struct Agreement(long Bits)
{
    private const int LevelBits = 4;
    private const long LevelMask = 15;

    /// <summary>Fields in their order.</summary>
    public static IReadOnlyList<LikenessField> Fields { get; } = Enum.GetValues<LikenessField>();

    /// <summary>1 the closest; 0: not compared.</summary>
    public int this[LikenessField field] => (int)((Bits >> (LevelBits * (int)field)) & LevelMask);

    public Agreement With(LikenessField field, int level)
    {
        var shift = LevelBits * (int)field;
        return new Agreement((Bits & ~(LevelMask << shift)) | ((long)level << shift));
    }
}
