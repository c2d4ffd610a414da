namespace CrimeInsight.Core.Boundaries;

/// <summary>Columns of a file of boundaries that say which place an area is of, as its header writes them; null: none does.</summary>
/// <param name="Code">Of the place.</param>
/// <param name="Name">Of the place.</param>
/// <param name="State">Name or code of the state it lies in.</param>
/// <param name="District">Name or code of the district it lies in.</param>
public sealed record BoundaryColumns(string? Code, string? Name, string? State, string? District);
