namespace CrimeInsight.Core.Import.Judging;

/// <summary>A coordinate as somebody wrote it.</summary>
/// <param name="Decimals">Of degrees, to which its form is as exact: seconds of arc are 30 m, minutes 1.8 km.</param>
internal readonly record struct Angle(double Degrees, int Decimals)
{
    /// <summary>N, S, E or W where it is written; else a blank.</summary>
    public char Hemisphere { get; init; }

    public bool IsEastOrWest => Hemisphere is 'E' or 'W';

    public bool IsNorthOrSouth => Hemisphere is 'N' or 'S';
}
