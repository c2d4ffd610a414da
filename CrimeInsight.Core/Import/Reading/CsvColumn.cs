namespace CrimeInsight.Core.Import.Reading;

/// <summary>A column of a <see cref="CsvTable"/>.</summary>
/// <param name="Name">As messages write it.</param>
public readonly record struct CsvColumn(string Name, int Index);
