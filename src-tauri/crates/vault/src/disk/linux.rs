//! Linux: the number of the file system (`statfs(2)`).

use std::path::Path;

/// NFS, SMB 1 to 3, NCP, Coda, AFS, Ceph, Lustre, GPFS, OCFS2, 9P (also the disks of the host in a
/// virtual machine), FUSE (sshfs, and what desktops mount from servers) and VirtualBox's shared
/// folders.
const NETWORK: [u32; 16] = [
    0x6969,
    0xFF53_4D42,
    0xFE53_4D42,
    0x517B,
    0x564C,
    0x7375_7245,
    0x5346_414F,
    0x6B41_4653,
    0x00C3_6400,
    0x0BD0_0BD0,
    0x4750_4653,
    0x7461_636F,
    0x0116_1970,
    0x0102_1997,
    0x6573_5546,
    0x786F_4256,
];

/// True when the folder is on a disk of another machine.
pub(crate) fn is_network(folder: &Path) -> bool {
    rustix::fs::statfs(folder).is_ok_and(|found| is_one(found.f_type))
}

/// The type of the number is another on every architecture; its low 32 bits are the magic of the
/// file system.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "only the low 32 bits have a meaning"
)]
fn is_one(magic: rustix::fs::FsWord) -> bool {
    NETWORK.contains(&(magic as u32))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_disks_of_other_machines_are_known() {
        for magic in NETWORK {
            assert!(is_one(magic.into()), "{magic:#x}");
        }
        // ext4, tmpfs, btrfs, xfs, overlayfs, zfs.
        for magic in [0xEF53_u32, 0x0102_1994, 0x9123_683E, 0x5846_5342, 0x794C_7630, 0x2FC1_2FC1] {
            assert!(!is_one(magic.into()), "{magic:#x}");
        }
        assert!(!is_network(&std::env::temp_dir()) && !is_network(Path::new("/missing")));
    }
}
