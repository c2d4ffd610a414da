namespace CrimeInsight.Core.DataRoom;

/// <summary>A file that lies among the uploads and is nobody's yet.</summary>
/// <param name="Sha256">Lower-case hexadecimal.</param>
public sealed record KeptFile(Guid Id, long Length, string Sha256);
