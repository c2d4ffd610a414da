namespace CrimeInsight.Web.Cli;

/// <summary>One value of a series.</summary>
/// <param name="Row">Row of the file, counted from 1 after the header.</param>
internal readonly record struct SeriesPoint(SeriesTime Time, double Value, int Row);
