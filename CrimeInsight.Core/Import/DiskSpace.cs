namespace CrimeInsight.Core.Import;

/// <summary>Tells a full disk from other failures of reading and writing.</summary>
public static class DiskSpace
{
    // ENOSPC and EDQUOT of Linux and macOS, ERROR_DISK_FULL and ERROR_HANDLE_DISK_FULL of Windows, EFBIG where files may only be so large.
    private static readonly HashSet<int> s_codes = [28, 122, 69, 27, unchecked((int)0x80070070), unchecked((int)0x80070027)];

    public static bool IsFull(IOException failure) => s_codes.Contains(failure.HResult);
}
