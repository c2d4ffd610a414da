namespace CrimeInsight.Web.Features.Places;

/// <summary>Parts of the page about places.</summary>
public enum PlacesView
{
    Tree,
    History,
    Aliases,
    Files,
    New,
}
