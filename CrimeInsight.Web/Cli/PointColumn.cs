namespace CrimeInsight.Web.Cli;

/// <summary>A column a verb needs beside the coordinates of a <see cref="PointFile"/>.</summary>
/// <param name="Name">As the file's first row writes it, in any case.</param>
/// <param name="Kind">What its cells hold.</param>
internal readonly record struct PointColumn(string Name, PointColumnKind Kind = PointColumnKind.Number);
