namespace CrimeInsight.Web.Features.Export;

/// <summary>A table a feature lets people download.</summary>
internal interface ITableSource
{
    /// <summary>The table an address asks for, within the rights of whoever is signed in; null when there is nothing to send.</summary>
    /// <param name="address">Query string of the request, with its question mark.</param>
    Task<TableExport?> ReadAsync(string address, CancellationToken cancellationToken);
}
