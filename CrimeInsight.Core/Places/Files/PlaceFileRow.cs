namespace CrimeInsight.Core.Places.Files;

/// <summary>A row of a file about places, judged.</summary>
/// <param name="Number">From 1, after the header.</param>
/// <param name="Problem">Null: it is taken.</param>
public sealed record PlaceFileRow(int Number, string Code, PlaceFileProblem? Problem);
