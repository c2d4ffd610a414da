namespace CrimeInsight.Web.Cli;

/// <summary>A number of a place, of one period or of all.</summary>
/// <param name="Place">Position among the ids of the locations.</param>
/// <param name="Value">0 or more.</param>
/// <param name="Period">A day or a month; null when the file has no periods.</param>
/// <param name="Row">Where the file says so, from 1 after the header.</param>
internal readonly record struct PlaceRow(int Place, double Value, SeriesTime? Period, int Row);
