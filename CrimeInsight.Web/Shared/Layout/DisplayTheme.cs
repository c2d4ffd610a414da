namespace CrimeInsight.Web.Shared.Layout;

/// <summary>Light, dark, or whatever the device uses.</summary>
public enum DisplayTheme
{
    System,
    Light,
    Dark,
}
