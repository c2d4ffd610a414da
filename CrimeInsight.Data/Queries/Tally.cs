namespace CrimeInsight.Data.Queries;

/// <summary>Counts of one cell in one slice.</summary>
/// <param name="Charged">Of <paramref name="Disposed"/>, those with a charge sheet.</param>
/// <param name="Disposed">Disposed of by police.</param>
/// <param name="Decided">Decided by courts.</param>
internal readonly record struct Tally(long Cases, long Charged, long Disposed, long Convicted, long Decided)
{
    public long Uncharged => Disposed - Charged;

    public long Acquitted => Decided - Convicted;

    public static Tally operator -(Tally left, Tally right) => new(
        left.Cases - right.Cases, left.Charged - right.Charged, left.Disposed - right.Disposed, left.Convicted - right.Convicted, left.Decided - right.Decided);
}
