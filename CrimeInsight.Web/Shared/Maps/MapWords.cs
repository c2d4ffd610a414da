namespace CrimeInsight.Web.Shared.Maps;

/// <summary>Names of the map's buttons in the reader's language.</summary>
public sealed record MapWords(string ZoomIn, string ZoomOut, string Locate);
