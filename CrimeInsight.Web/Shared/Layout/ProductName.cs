namespace CrimeInsight.Web.Shared.Layout;

/// <summary>The name of the product: a proper name, the same in every language.</summary>
public static class ProductName
{
    public const string Text = "CrimeInsight";

    /// <summary>Title of a browser tab.</summary>
    public static string PageTitle(string page) => $"{page} · {Text}";
}
