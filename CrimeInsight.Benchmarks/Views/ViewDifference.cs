namespace CrimeInsight.Benchmarks.Views;

/// <summary>Something a view said before that it does not say after.</summary>
/// <param name="IsFigure">Else only words differ.</param>
internal sealed record ViewDifference(string Where, string Before, string After, bool IsFigure)
{
    public override string ToString() => $"{(IsFigure ? "figure" : "words ")}  {Where}: {Before} -> {After}";
}
